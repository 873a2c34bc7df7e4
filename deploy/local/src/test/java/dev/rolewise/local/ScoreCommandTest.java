package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles recompute for ever; what is no bundle gets one line that says where and why. */
class ScoreCommandTest {

  @TempDir private Path folder;

  static List<String> bundles() {
    return Bundles.GOLDEN;
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void whatRoleGap1WroteRecomputes(String name) {
    CommandRun run = Bundles.score(folder.resolve("bundle.json"), Bundles.goldenBytes(name));
    assertEquals(0, run.code(), run.err() + run.out());
    assertEquals("", run.err());
    JsonObject verdict = Bundles.golden(name).getJsonObject("report").getJsonObject("verdict");
    String line = "Verdict: " + verdict.getString("code") + " by rule " + verdict.getString("rule");
    assertTrue(run.out().contains(line), run.out());
    for (int rule = 0; rule <= 7; rule++) {
      assertTrue(run.out().contains("\n  R" + rule + " "), "R" + rule);
    }
    assertTrue(run.out().contains("The bundle and the recomputation agree."));
  }

  @Test
  void aBundleOnOneLineIsTheSameBundle() {
    CommandRun run =
        Bundles.score(folder.resolve("bundle.json"), Bundles.golden("both-and-programme"));
    assertEquals(0, run.code(), run.err());
  }

  @Test
  void whatWouldFlipTheVerdictIsSaid() {
    CommandRun run =
        Bundles.score(folder.resolve("bundle.json"), Bundles.goldenBytes("at-the-gate"));
    assertTrue(run.out().contains("One person less: flips it (as stored)"), run.out());
    assertTrue(run.out().contains("product-manager: struggle 0 above 45"), run.out());
  }

  @Test
  void whatIsNotToldIsSaidToo() {
    JsonObject bundle = Bundles.golden("both-and-programme");
    sums(bundle).put("stored", stored(null));
    JsonObject report = bundle.getJsonObject("report");
    report.getJsonObject("verdict").put("firmness", "leaning").put("confidence", "medium");
    JsonObject stability = report.getJsonObject("stability");
    stability.getJsonObject("leaveOnePersonOut").putNull("flips");
    stability.getJsonObject("missingAnswers").putNull("couldFlip");
    JsonArray steps = report.getJsonArray("nextSteps");
    JsonObject caution = steps.getJsonObject(0).copy().put("code", "TREAT_AS_HYPOTHESIS");
    steps.add(1, caution);
    CommandRun run = Bundles.score(folder.resolve("bundle.json"), Bundles.rehashed(bundle));
    assertEquals(0, run.code(), run.err() + run.out());
    assertTrue(run.out().contains("One person less: not told"), run.out());
    assertTrue(run.out().contains("Missing answers: not told"), run.out());
    sums(bundle).put("stored", stored(false));
    run = Bundles.score(folder.resolve("bundle.json"), Bundles.rehashed(bundle));
    assertTrue(run.code() != 0, "what is not told cannot be half told: " + run.out());
  }

  private static JsonObject stored(Boolean missingCouldFlip) {
    return new JsonObject()
        .putNull("onePersonLessFlips")
        .put("missingCouldFlip", missingCouldFlip)
        .putNull("sameWording");
  }

  static Stream<Arguments> unreadable() {
    String fine = new String(Bundles.goldenBytes("product-manager"), StandardCharsets.UTF_8);
    return Stream.of(
        text("", "line 1, column 1: the file is empty"),
        text("  \n ", "the file is empty"),
        text("not a bundle", "line 1, column 4: not JSON"),
        text("[]", "line 1, column 1: not a JSON object"),
        text("{}", "line 1, column 1: /format is not \"rolewise-report-bundle\""),
        text("{\"format\":1}", "line 1, column 11: /format is not"),
        text("{\"a\":1,\n \"a\":2}", "line 2, column 2: the same field twice at /a"),
        text("{\"\\u001b[31m\":1,\"\\u001b[31m\":2}", "line 1, column 17: the same field twice"),
        text("{\"a\":NaN}", "not JSON"),
        text("{\"a\":1}\u0000", "something follows the JSON object"),
        text("\u0000\u0000\u0000", ": not JSON"),
        text("{\"a\":\"\u0000\"}", "not JSON"),
        text("\uFEFF{}", "line 1, column 1: not UTF-8 without a byte order mark"),
        text("{\"a\":\"\\ud800\"}", "half of a surrogate pair"),
        text("{\"a\":" + "9".repeat(40) + "}", "a number that is too long"),
        text("{\"a\":\"" + "x".repeat(5000) + "\"}", "a text of more than 4 KiB"),
        text("{\"a\":" + "[".repeat(99) + "]".repeat(99) + "}", "nested more than 16 deep"),
        text("x".repeat(10_000_000), "is larger than 1 MiB"),
        text(fine.substring(0, fine.length() / 2), "not JSON"),
        text(fine + fine, "something follows the JSON object"),
        text(fine.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"), "line 3, column 21:"),
        text(
            fine.replace("role-gap/1", "role-gap/9"),
            "line 4, column 14: /engine rules role-gap/9"),
        changed("engine", "/engine must be an id", b -> b.put("engine", "a\u001B[31mred")),
        changed("no sums", "the field sums is missing", b -> b.remove("sums")),
        changed("more", "/names a field that a bundle does not have", b -> b.put("names", 1)),
        changed("fields", "a field that a bundle does not have", b -> b.put("a\nb", 1)),
        changed("no report", "/report must be an object", b -> b.put("report", "")),
        changed("size", "/round/size must be a whole number", b -> round(b).put("size", "7")),
        changed("half", "/round/size must be a whole number", b -> round(b).put("size", 6.5)),
        changed("k", "/round/k must be a whole number from 3 to 7", b -> round(b).put("k", 8)),
        changed("huge", "/round/size must be", b -> round(b).put("size", 1_000_000_000)),
        changed("areas", "/sums/areas must be a list", b -> sums(b).put("areas", many())),
        changed("people", "/sums/people must be", b -> sums(b).put("people", -1)),
        changed("side", "/instrument does not hang together", b -> side(b).put("id", "other")),
        changed("hash", "/hash must be 64 hexadecimal digits", b -> b.put("hash", "abc")));
  }

  private static Arguments text(String content, String complaint) {
    return Arguments.of(content.substring(0, Math.min(20, content.length())), content, complaint);
  }

  private static Arguments changed(String what, String complaint, Consumer<JsonObject> change) {
    JsonObject bundle = Bundles.golden("product-manager");
    change.accept(bundle);
    return Arguments.of(what, bundle.encodePrettily(), complaint);
  }

  private static JsonObject round(JsonObject bundle) {
    return bundle.getJsonObject("round");
  }

  private static JsonObject sums(JsonObject bundle) {
    return bundle.getJsonObject("sums");
  }

  private static JsonObject side(JsonObject bundle) {
    return bundle.getJsonObject("instrument").getJsonArray("sides").getJsonObject(0);
  }

  private static JsonArray many() {
    JsonArray many = new JsonArray();
    for (int i = 0; i < 10_000; i++) {
      many.add(i);
    }
    return many;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("unreadable")
  void unreadableInputGetsOneLine(String what, String content, String complaint) {
    Path file = folder.resolve("bundle.json");
    CommandRun run = Bundles.score(file, content.getBytes(StandardCharsets.UTF_8));
    assertEquals(2, run.code(), run.out() + run.err());
    oneLine(run, file, complaint);
    assertEquals("", run.out());
  }

  static Stream<Arguments> contradicting() {
    return Stream.of(
        Arguments.of("/sums/people", "more sheets released than received", counts("people", 7)),
        Arguments.of("/sums/people", "fewer than k sheets", counts("people", 3)),
        Arguments.of("/sums/votes/votes", "votes add up to", votes(99)),
        Arguments.of("/sums/areas/0/struggle/halves", "is 999, must be", struggle("halves", 999)),
        Arguments.of("/sums/areas/0/struggle/dontKnow", "is 5, must be 0", struggle("dontKnow", 5)),
        Arguments.of(
            "/sums/areas/0/struggle/raters", "is 2, must be 3 to 6", struggle("raters", 2)),
        Arguments.of(
            "/sums/areas/0/coverage",
            "people add up to 60",
            (Consumer<JsonObject>) b -> area(b).put("coverage", new JsonArray("[60,0,0,0,0]"))));
  }

  private static JsonObject area(JsonObject bundle) {
    return sums(bundle).getJsonArray("areas").getJsonObject(0);
  }

  private static Consumer<JsonObject> counts(String field, int value) {
    return bundle -> sums(bundle).put(field, value);
  }

  private static Consumer<JsonObject> struggle(String field, int value) {
    return bundle -> area(bundle).getJsonObject("struggle").put(field, value);
  }

  private static Consumer<JsonObject> votes(int value) {
    return bundle -> sums(bundle).getJsonObject("votes").getJsonArray("votes").set(0, value);
  }

  /** Even with a hash that belongs to them. */
  @ParameterizedTest
  @MethodSource("contradicting")
  void countsThatContradictOneAnotherAreNamed(
      String pointer, String complaint, Consumer<JsonObject> change) {
    JsonObject bundle = Bundles.golden("product-manager");
    change.accept(bundle);
    Path file = folder.resolve("bundle.json");
    CommandRun run = Bundles.score(file, Bundles.rehashed(bundle));
    assertEquals(1, run.code(), run.out() + run.err());
    oneLine(run, file, "This bundle was changed after it was made: " + pointer + " ");
    assertTrue(run.err().contains(complaint), run.err());
    assertFalse(run.out().contains("Verdict:"), "no verdict from numbers that cannot be true");
  }

  private static void oneLine(CommandRun run, Path file, String complaint) {
    assertEquals(1, run.complaints().size(), run.err());
    assertTrue(run.err().startsWith(file.toString()), run.err());
    assertTrue(run.err().contains(complaint), run.err());
    assertTrue(run.err().strip().chars().noneMatch(Character::isISOControl), run.err());
    assertTrue(run.err().length() < 500, run.err());
  }

  @Test
  void aFileThatIsNotThereAndAFolderAreSaidToBe() {
    Path missing = folder.resolve("nothing.json");
    CommandRun run = CommandRun.of("score", "--bundle", missing.toString());
    assertEquals(2, run.code());
    oneLine(run, missing, ": there is no such file");
    run = CommandRun.of("score", "--bundle", folder.toString());
    assertEquals(2, run.code());
    oneLine(run, folder, ": is a folder, not a file");
  }

  @Test
  void aReportFullOfInventionsIsToldInAFewPlainLines() {
    JsonObject bundle = Bundles.golden("product-manager");
    bundle.getJsonObject("report").put("\u001B[31mred", "\u001B[31m");
    for (int i = 0; i < 20_000; i++) {
      bundle.getJsonObject("report").put("field" + i, i);
    }
    Path file = folder.resolve("bundle.json");
    CommandRun run = Bundles.score(file, Bundles.rehashed(bundle));
    assertEquals(1, run.code());
    oneLine(run, file, "This bundle's report does not follow from its numbers: /report");
    assertTrue(run.out().lines().count() < 100);
    assertFalse(run.out().contains("\u001B"));
  }

  @Test
  void wrongUsageIsSaidInOneLine() {
    for (String[] arguments : new String[][] {{"score"}, {"score", "--bundle"}, {"score", "x"}}) {
      CommandRun run = CommandRun.of(arguments);
      assertEquals(2, run.code());
      assertEquals(1, run.complaints().size(), run.err());
    }
  }
}
