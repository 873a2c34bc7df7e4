package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The distribution whose packages go along: scanners look for its advisories, not for another's.
 *
 * @param id as in os-release, such as {@code debian} or {@code ubuntu}
 * @param version as in os-release, such as {@code 12}; empty where the distribution has none
 */
record OperatingSystem(String id, String version) {

  static final Path FILE = Path.of("/etc/os-release");

  /** This machine's; Debian where it does not say, as that is whose package manager is asked. */
  static OperatingSystem here() throws IOException {
    return Files.isReadable(FILE)
        ? of(Files.readAllLines(FILE))
        : new OperatingSystem("debian", "");
  }

  static OperatingSystem of(List<String> lines) {
    return new OperatingSystem(value(lines, "ID"), value(lines, "VERSION_ID"));
  }

  /** What a package URL says behind the architecture. */
  String qualifier() {
    return version.isEmpty() ? "" : "&distro=" + id + "-" + version;
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1).replace("\"", "").strip())
        .findFirst()
        .orElse("");
  }
}
