package dev.rolewise.images;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK from which the runtime of an image is taken.
 *
 * @param version its whole version, e.g. {@code 25.0.3+9-LTS}
 * @param vendor who built it
 */
record Jdk(Path home, String version, String vendor) {

  /** The release that images run on, whatever Java the build itself runs on. */
  static final int RELEASE = 25;

  /**
   * The JDK that was asked for; else the first that fits of {@code JAVA_HOME}, the Java that runs
   * this, and those among the machine's packages.
   *
   * @param asked may be empty
   * @throws ImageFault when there is none
   */
  static Jdk find(String asked, List<Path> javaHomes, Path packages) {
    if (!asked.isBlank()) {
      return at(Path.of(asked))
          .orElseThrow(
              () ->
                  new ImageFault(
                      asked + " is no JDK " + RELEASE + " with jlink: set -Dimage.jdk to one."));
    }
    return Stream.concat(javaHomes.stream(), installed(packages))
        .flatMap(home -> at(home).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new ImageFault(
                    "Images need a JDK "
                        + RELEASE
                        + " beside the one that builds, and there is none: install it and say"
                        + " where with -Dimage.jdk=FOLDER or JAVA_HOME."));
  }

  private static Optional<Jdk> at(Path home) {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/jlink"))) {
      return Optional.empty();
    }
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(release)) {
      said.load(reader);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    String version = unquoted(said, "JAVA_RUNTIME_VERSION");
    return version.matches(RELEASE + "[.+-].*")
        ? Optional.of(new Jdk(home, version, unquoted(said, "IMPLEMENTOR")))
        : Optional.empty();
  }

  private static String unquoted(Properties said, String key) {
    return said.getProperty(key, "").replace("\"", "");
  }

  private static Stream<Path> installed(Path packages) {
    if (!Files.isDirectory(packages)) {
      return Stream.empty();
    }
    try (Stream<Path> homes = Files.list(packages)) {
      return homes.sorted(Comparator.reverseOrder()).toList().stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }
}
