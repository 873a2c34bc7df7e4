package dev.rolewise.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is printed once everything stands.
 *
 * @param address where to find it
 * @param data folder everything is kept in
 * @param notices what else is worth knowing
 */
record Welcome(Address address, Path data, List<String> notices) {

  List<String> lines() {
    return with(List.of());
  }

  /** The same with links to example rounds. */
  List<String> with(List<String> links) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  Rolewise is running.");
    lines.add("");
    lines.add("  Open     " + address.local());
    if (!address.published().equals(address.local())) {
      lines.add("  Phones   " + address.published() + "  (links and QR codes carry this address)");
    } else if (!address.open()) {
      lines.add(
          "           Only this machine can reach it; --host 0.0.0.0 lets phones in the room join.");
    }
    lines.add("  Data     " + data);
    lines.add("  Stop     Ctrl-C; everything is kept");
    if (!links.isEmpty()) {
      lines.add("");
      links.forEach(link -> lines.add("  " + link));
    }
    if (!notices.isEmpty()) {
      lines.add("");
      notices.forEach(notice -> lines.add("  Note: " + notice));
    }
    lines.add("");
    return lines;
  }
}
