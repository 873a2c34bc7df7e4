package dev.rolewise.kubernetes.page;

import dev.rolewise.runtime.page.StandInPrograms.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What mvn is told on the page: phases, profiles and modules that there are, properties that a pom
 * or a plugin of ours reads, tests that exist.
 */
final class Maven implements Judge {

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Set<String> PHASES = Set.of("test", "package", "verify", "clean");
  private static final Set<String> OWN = Set.of("-P", "-pl", "-am", "-D", "-B", "-q", "-o");
  private static final Set<String> OF_PLUGINS =
      Set.of(
          "skipTests",
          "test",
          "it.test",
          "surefire.failIfNoSpecifiedTests",
          "failsafe.failIfNoSpecifiedTests");

  @Override
  public Optional<String> objection(Call call) {
    List<String> words = call.arguments();
    if (!call.folder().equals(ROOT)) {
      return Optional.of("Maven builds the repository, and this is " + call.folder());
    }
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      boolean fine = fine(word, index > 0 ? words.get(index - 1) : "");
      if (!fine) {
        return Optional.of("Maven does not know here: " + word);
      }
    }
    return words.stream().anyMatch(PHASES::contains)
        ? Optional.empty()
        : Optional.of("no phase in " + words);
  }

  private static boolean fine(String word, String before) {
    if (before.equals("-pl")) {
      return Stream.of(word.split(",")).allMatch(it -> Files.exists(ROOT.resolve(it + "/pom.xml")));
    }
    if (word.startsWith("-P")) {
      return Stream.of(word.substring(2).split(","))
          .allMatch(it -> anywhere(".*\\.xml", "<id>" + Pattern.quote(it) + "</id>"));
    }
    if (word.startsWith("-D")) {
      return property(word.substring(2).split("=", 2));
    }
    return OWN.contains(word) || PHASES.contains(word);
  }

  private static boolean property(String[] pair) {
    if (pair[0].equals("it.test") && !anywhere(".*/" + pair[1] + "\\.java", "class " + pair[1])) {
      return false;
    }
    return OF_PLUGINS.contains(pair[0])
        || anywhere(
            "pom\\.xml|.*/pom\\.xml|.*IT\\.java",
            "\\$\\{" + Pattern.quote(pair[0]) + "}|\"" + Pattern.quote(pair[0]) + "\"");
  }

  /** Whether a file of ours, of such a path, says this. */
  private static boolean anywhere(String path, String said) {
    Pattern pattern = Pattern.compile(said);
    try (Stream<Path> files = Stream.concat(poms(), tests())) {
      return files
          .filter(file -> ROOT.relativize(file).toString().matches(path))
          .anyMatch(file -> pattern.matcher(read(file)).find());
    }
  }

  private static Stream<Path> poms() {
    return Stream.of("", "deploy", "deploy/images", "deploy/system-test")
        .map(folder -> ROOT.resolve(folder).resolve("pom.xml"));
  }

  private static Stream<Path> tests() {
    try {
      return Files.walk(ROOT.resolve("deploy/system-test/src/test/java"))
          .filter(Files::isRegularFile);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
