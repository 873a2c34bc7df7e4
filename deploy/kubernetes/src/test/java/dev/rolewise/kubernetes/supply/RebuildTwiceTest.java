package dev.rolewise.kubernetes.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.page.StandInPrograms;
import dev.rolewise.runtime.page.StandInPrograms.Answer;
import dev.rolewise.runtime.page.StandInPrograms.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of two builds notices a byte; what is built is not its business here. */
class RebuildTwiceTest {

  private static final Path SCRIPT =
      Path.of("..", "security", "rebuild-twice").toAbsolutePath().normalize();

  @TempDir Path folder;
  private final List<Call> builds = new ArrayList<>();

  @Test
  void equalBuildsAreEqual() throws Exception {
    assertEquals(0, run(build -> "same", 3), this::printed);
    assertTrue(printed().contains("the same 4 files"), this::printed);
    assertEquals(2, builds.size());
    assertTrue(builds.get(0).arguments().containsAll(List.of("-DskipTests", "-Pimage", "package")));
    // an image's digest is compared, too
    assertTrue(printed().contains("target/a.digest"), this::printed);
  }

  @Test
  void aByteOfDifferenceIsNoticed() throws Exception {
    assertEquals(1, run(build -> "build " + build, 3), this::printed);
    assertTrue(printed().contains("differ in the files above"), this::printed);
  }

  @Test
  void nothingToCompareIsNoSuccess() throws Exception {
    assertEquals(2, run(build -> "same", 0), this::printed);
  }

  private int run(IntFunction<String> content, int jars) throws Exception {
    try (StandInPrograms programs =
        StandInPrograms.in(
            folder.resolve("programs"),
            List.of("git", "mvn"),
            call -> {
              if (call.program().equals("mvn")) {
                builds.add(call);
                build(call.folder(), content.apply(builds.size()), jars);
              }
              return Answer.of("");
            })) {
      ProcessBuilder script =
          new ProcessBuilder(SCRIPT.toString(), "-Pimage")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("printed").toFile());
      script.environment().merge("PATH", "", (path, none) -> programs.folder() + ":" + path);
      script.environment().put("TMPDIR", folder.toString());
      Process process = script.start();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "does not end");
      return process.exitValue();
    }
  }

  /** Jars of modules, one within another folder that does not count, and a digest. */
  private static void build(Path copy, String content, int jars) {
    try {
      for (int jar = 0; jar < jars; jar++) {
        Path target = Files.createDirectories(copy.resolve("module-" + jar + "/target"));
        Files.writeString(target.resolve("a.jar"), content);
        Files.writeString(
            Files.createDirectories(target.resolve("lib")).resolve("b.jar"), copy.toString());
      }
      if (jars > 0) {
        Files.writeString(copy.resolve("module-0/target/a.digest"), "sha256:1");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String printed() {
    try {
      return Files.readString(folder.resolve("printed"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
