package dev.rolewise.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The packages of this machine that the C library comes from. Their descriptions go along, so that
 * a scanner of images knows their versions, and which advisories they answer.
 */
record MachinePackages(OperatingSystem system, List<Described> all) {

  /** One package, as the machine's package manager describes it. */
  record Described(String name, String version, String architecture, String status) {}

  static MachinePackages of(CLibrary library) throws IOException {
    Map<String, Described> found = new TreeMap<>();
    for (Path file : library.files()) {
      owner(file).flatMap(MachinePackages::describe).ifPresent(it -> found.put(it.name(), it));
    }
    return new MachinePackages(OperatingSystem.here(), new ArrayList<>(found.values()));
  }

  private static Optional<String> owner(Path file) {
    // a merged /usr may have registered the file under either name
    for (Path name : List.of(file, Path.of("/usr" + file), realPath(file))) {
      Program.Outcome outcome = Program.of("dpkg-query", "--search", name).attempt();
      if (outcome.exitCode() == 0) {
        return Optional.of(outcome.said().substring(0, outcome.said().lastIndexOf(": ")));
      }
    }
    return Optional.empty();
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException gone) {
      return file;
    }
  }

  private static Optional<Described> describe(String name) {
    Program.Outcome outcome = Program.of("dpkg-query", "--status", name).attempt();
    return outcome.exitCode() == 0
        ? Optional.of(
            new Described(
                field(outcome.said(), "Package"),
                field(outcome.said(), "Version"),
                field(outcome.said(), "Architecture"),
                outcome.said()))
        : Optional.empty();
  }

  private static String field(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }

  /** Where scanners look for them in an image without a package manager. */
  void writeTo(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("var/lib/dpkg/status.d"));
    for (Described described : all) {
      Files.writeString(folder.resolve(described.name()), described.status());
    }
    if (Files.isReadable(OperatingSystem.FILE)) {
      Files.createDirectories(root.resolve("etc"));
      Files.writeString(root.resolve("etc/os-release"), Files.readString(OperatingSystem.FILE));
    }
  }
}
