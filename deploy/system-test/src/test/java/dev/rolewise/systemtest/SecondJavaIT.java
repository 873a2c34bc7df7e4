package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.runtime.machine.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same jar on the other Java: whoever builds on 17 sees it run on 25, and the other way round.
 */
class SecondJavaIT {
  @TempDir Path folder;

  @Test
  void theSuiteRunsOnAnotherJavaOfThisMachine() throws Exception {
    Optional<Path> other = anotherJava();
    Needed.here(other.isPresent(), "no second JDK (17 or newer) on this machine: nothing to try");
    try (RunningSuite suite = RunningSuite.startNew(other.get(), folder.resolve("data"))) {
      Organiser organiser = Organiser.open(suite.api(), "Other Java", 4, 1);
      organiser.answers(
          Collections.nCopies(4, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      organiser.close();
      assertEquals("PRODUCT", organiser.report("en").getJsonObject("verdict").getString("code"));
      System.out.println("Ran the packaged suite on " + other.get());
    }
  }

  private static Optional<Path> anotherJava() throws IOException {
    Path homes = Path.of("/usr/lib/jvm");
    Stream<Path> named =
        Stream.of("JAVA_HOME_17_X64", "JAVA_HOME_21_X64", "JAVA_HOME_25_X64")
            .map(System::getenv)
            .filter(home -> home != null)
            .map(Path::of);
    try (Stream<Path> installed =
        Files.isDirectory(homes) ? Files.list(homes).sorted() : Stream.<Path>empty()) {
      return Stream.concat(named, installed)
          .filter(home -> version(home) >= 17 && version(home) != Runtime.version().feature())
          .map(home -> home.resolve("bin").resolve("java"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private static int version(Path home) {
    Properties release = new Properties();
    try (var source = Files.newBufferedReader(home.resolve("release"))) {
      release.load(source);
    } catch (IOException noJavaHere) {
      return 0;
    }
    String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Integer.parseInt(version.split("[.+-]")[0]);
  }
}
