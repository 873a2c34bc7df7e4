package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {

  /** What a run said and how it ended. */
  private record Ended(int code, String out, String err) {}

  @Test
  void saysFirstThatItIsASimulationAndLastHowToRepeatIt() {
    Ended run = run("--size 6 --runs 40 --seed 5 --mild --dont-know 10 --straight-liners 1");
    assertEquals(0, run.code(), run.err());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(0).startsWith("SIMULATION"), lines.get(0));
    assertEquals(
        "Again: rolewise simulate --size 6 --runs 40 --seed 5 --dont-know 10.0 --straight-liners 1"
            + " --mild",
        lines.get(lines.size() - 1));
    assertEquals("", run.err());
    String again = lines.get(lines.size() - 1).replace("Again: rolewise simulate ", "");
    assertEquals(run.out(), run(again).out());
  }

  @Test
  void theSameSeedGivesTheSameBytesWithAnyNumberOfThreads() {
    String one = run("--size 5 --runs 120 --threads 1").out();
    assertEquals(one, run("--size 5 --runs 120 --threads 2").out());
    assertNotEquals(one, run("--size 5 --runs 120 --threads 2 --seed 2").out());
  }

  @Test
  void namesEveryKindOnceAndLeavesOutWhatNobodyIsAskedAbout() {
    assertEquals(1, count(run("--size 4 --runs 10").out(), "PROGRAMME "));
    assertEquals(0, count(run("--size 4 --runs 10 --initiatives 1").out(), "PROGRAMME "));
  }

  @Test
  void jsonGoesToStandardOutputOrToAFile(@TempDir Path folder) throws Exception {
    JsonObject printed = new JsonObject(run("--size 8 --answered 7 --runs 20 --json").out());
    assertTrue(printed.getBoolean("simulation"));
    assertEquals(7, printed.getJsonObject("plan").getInteger("answered"));
    assertEquals(10, printed.getJsonArray("kinds").size());
    assertEquals(200, printed.getJsonObject("all").getInteger("teams"));
    Path file = folder.resolve("figures.json");
    Ended both = run("--size 8 --answered 7 --runs 20 --json=" + file);
    assertTrue(both.out().startsWith("SIMULATION"), both.out());
    assertEquals(printed, new JsonObject(Files.readString(file)));
  }

  @Test
  void figuresThatDoNotExistAreNull() {
    JsonObject nobody = new JsonObject(run("--size 8 --answered 2 --runs 5 --json").out());
    assertEquals(
        1.0, nobody.getJsonObject("all").getJsonObject("withoutVerdict").getDouble("value"));
    assertTrue(nobody.getJsonObject("all").containsKey("right"));
    assertEquals(null, nobody.getJsonObject("all").getJsonObject("right"));
    assertEquals(null, nobody.getJsonObject("bias"));
  }

  @ParameterizedTest
  @CsvSource({
    "--runs 5, --size",
    "--size 3, --size",
    "--size 51, --size",
    "--size many, --size",
    "--size 8 --answered 9, --answered",
    "--size 8 --answered 0, --answered",
    "--size 8 --runs 0, --runs",
    "--size 8 --dont-know 101, --dont-know",
    "--size 8 --dont-know -1, --dont-know",
    "--size 8 --gloom NaN, --gloom",
    "--size 8 --gloom 9, --gloom",
    "--size 8 --acquiescence 2, --acquiescence",
    "--size 8 --straight-liners 9, --straight-liners",
    "--size 8 --initiatives 0, --initiatives",
    "--size 8 --threads 0, --threads",
    "--size 8 --seed x, --seed",
    "--size 8 --reference f.json, --reference",
    "--sise 8, --sise",
  })
  void wrongUsageIsOnePlainLine(String arguments, String named) {
    Ended refused = run(arguments);
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().contains(named), refused.err());
    assertFalse(refused.err().contains("Exception"), refused.err());
  }

  @Test
  void aFileThatCannotBeWrittenIsOnePlainLine(@TempDir Path folder) {
    Ended refused = run("--size 4 --runs 1 --json=" + folder.resolve("none/figures.json"));
    assertEquals(2, refused.code());
    assertEquals(1, refused.err().lines().count(), refused.err());
    assertTrue(refused.err().contains("cannot be written"), refused.err());
  }

  private static long count(String text, String part) {
    return text.lines().filter(line -> line.contains(part)).count();
  }

  private static Ended run(String arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = RolewiseMain.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> words = new ArrayList<>(List.of("simulate"));
    words.addAll(List.of(arguments.split(" ")));
    int code = line.execute(words.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }
}
