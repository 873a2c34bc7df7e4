package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A library of Maven that is packed into a runnable jar, as the build itself has resolved it.
 *
 * @param name group and artifact
 * @param jar in the repository of this machine
 */
record ShippedLibrary(String name, String version, Path jar) {

  private static final Path ROOT = Path.of("..", "..");

  /** The modules that are packed with all they need: the images' three and the suite in one. */
  private static final List<String> RUNNABLE =
      List.of(
          "content-service/service",
          "assessment-service/service",
          "gateway/service",
          "deploy/local");

  /** All of them by name; a version that two programs differ in is a fault. */
  static SortedMap<String, ShippedLibrary> all() throws IOException {
    SortedMap<String, ShippedLibrary> all = new TreeMap<>();
    for (String module : RUNNABLE) {
      Path list = ROOT.resolve(module).resolve("target/shipped-libraries.txt");
      assertTrue(Files.exists(list), () -> "build " + module + " first: " + list + " is missing");
      for (String line : Files.readAllLines(list)) {
        if (line.matches("\\s+\\S+:\\S+:.*")) {
          ShippedLibrary library = of(line.strip());
          ShippedLibrary other = all.putIfAbsent(library.name(), library);
          assertTrue(other == null || other.equals(library), () -> library + " and " + other);
        }
      }
    }
    assertTrue(all.size() > 50, () -> all.size() + " libraries");
    return all;
  }

  /** A line like {@code group:artifact:jar:version:scope:/path/to/it.jar -- module name}. */
  private static ShippedLibrary of(String line) {
    String[] parts =
        line.replaceAll("\u001b\\[[;\\d]*m", "").replaceFirst(" -- .*", "").split(":", 6);
    return new ShippedLibrary(parts[0] + ":" + parts[1], parts[3], Path.of(parts[5]));
  }

  String group() {
    return name.substring(0, name.indexOf(':'));
  }

  String artifact() {
    return name.substring(name.indexOf(':') + 1);
  }
}
