package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.config.SettingsReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code host:port}, several of them. */
final class MemberList {

  private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9._-]+:\\d{1,5}");
  private static final int LARGEST_PORT = 65_535;

  private MemberList() {}

  static Optional<Discovery.Members> read(SettingsReader reader, String key) {
    List<String> members = reader.list(key, List.of());
    if (!members.stream().allMatch(MemberList::wellSpelt)) {
      reader.fault(key, "must list every member with its own port, such as 10.0.0.7:5701");
    }
    return members.isEmpty() ? Optional.empty() : Optional.of(new Discovery.Members(members));
  }

  private static boolean wellSpelt(String member) {
    if (!MEMBER.matcher(member).matches()) {
      return false;
    }
    int port = Integer.parseInt(member.substring(member.lastIndexOf(':') + 1));
    return port > 0 && port <= LARGEST_PORT;
  }
}
