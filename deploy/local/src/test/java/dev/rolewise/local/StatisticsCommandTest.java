package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** `rolewise statistics`, from its files to its exit code. */
class StatisticsCommandTest {

  private static final String SCALES =
      """
      {"responseMin": 1, "responseMax": 5, "responseOptions": 5, "comment": "ignored",
       "scales": [
        {"id": "leadership", "minAnswered": 2, "items": [
          {"id": "L1", "reversed": false}, {"id": "L2", "reversed": true}, {"id": "L3"}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void aSmallFileByHand() throws IOException {
    // after turning L2 round: 4 4 4 / 2 2 2 / 3 _ 4 / 5 _ _
    JsonObject result =
        run("respondent,team,L1,L2,L3\nr1,a,4,2,4\nr2,a,2,4,2\nr3,b,3,,4\nr4,b,5,,\n", SCALES);
    JsonObject scale = result.getJsonArray("scales").getJsonObject(0);
    assertEquals("leadership", scale.getString("scale"));
    assertEquals(4, scale.getInteger("respondents"));
    assertEquals(2, scale.getInteger("complete"));
    assertEquals(3, scale.getInteger("scored"));
    assertEquals(3, scale.getInteger("missingAnswers"));
    assertEquals(9.5 / 3, scale.getDouble("meanScore"), 1e-15);
    assertEquals(
        List.of(.025, .1, .25, .5, .75, .9, .975),
        scale.getJsonObject("quantiles").getJsonArray("p").getList());
    assertEquals(3.5, scale.getJsonObject("quantiles").getJsonArray("type7").getDouble(3));
    JsonObject second = scale.getJsonArray("items").getJsonObject(1);
    assertEquals("L2", second.getString("id"));
    assertEquals(3, second.getDouble("mean"));
    JsonObject reliability = scale.getJsonObject("reliability");
    assertEquals(2, reliability.getInteger("n"));
    assertEquals(1, reliability.getDouble("alpha"), 1e-15);
    assertNull(reliability.getValue("smc"));
    assertFalse(reliability.getString("smcReason").isBlank());
    JsonArray teams = scale.getJsonArray("teams");
    assertEquals("a", teams.getJsonObject(0).getString("team"));
    assertEquals(2, teams.getJsonObject(0).getDouble("meanItemVariance"));
    assertEquals(0, teams.getJsonObject(0).getDouble("rwgj"));
    assertEquals(5, teams.getJsonObject(0).getJsonObject("rwgjSkewed").size());
    JsonObject b = teams.getJsonObject(1);
    assertNull(b.getValue("rwgj"));
    assertFalse(b.getString("rwgjReason").isBlank());
    assertEquals(1, b.getJsonObject("available").getInteger("itemsUsed"));
    assertEquals(2, b.getJsonObject("available").getDouble("meanItemVariance"));
  }

  /** The names of the result, none missing, none renamed. */
  @Test
  void theNamesOfTheResult() throws IOException {
    StringBuilder rows = new StringBuilder("respondent,team,L1,L2,L3\n");
    SplittableRandom random = new SplittableRandom(3);
    for (int row = 0; row < 60; row++) {
      int mood = random.nextInt(3);
      int l1 = 1 + mood + random.nextInt(3);
      int l2 = 5 - mood - random.nextInt(3);
      int l3 = 1 + mood + random.nextInt(3);
      rows.append("r,t").append(row % 6).append(',').append(l1).append(',').append(l2);
      rows.append(',').append(l3).append('\n');
    }
    JsonObject scale = run(rows.toString(), SCALES).getJsonArray("scales").getJsonObject(0);
    names(
        "scale respondents complete scored missingAnswers meanScore sdScore quantiles items"
            + " reliability aggregation teams",
        scale);
    names("p type6 type7", scale.getJsonObject("quantiles"));
    names("id n mean sd median", scale.getJsonArray("items").getJsonObject(0));
    names(
        "n k alpha alphaFeldt95 alphaFeldt90 alphaStd averageR smc lambda6Std lambda6Raw"
            + " omegaTotalMinresStd omegaTotalMlRaw correctedItemTotal alphaIfDeleted",
        scale.getJsonObject("reliability"));
    names(
        "teams respondents meanTeamSize k0 msBetween msWithin dfBetween dfWithin F p etaSquared"
            + " icc1 icc2 icc1k0 designEffect effectiveN",
        scale.getJsonObject("aggregation"));
    JsonObject team = scale.getJsonArray("teams").getJsonObject(0);
    names(
        "team respondents complete scored meanScore sdScore medianScore meanItemVariance rwgj"
            + " rwgjLindell maxDissensusRwg rwgjSkewed adMean adMedian awg itemMean itemVar itemRwg"
            + " available krippendorff kendallW",
        team);
    names("slightSkew moderateSkew heavySkew triangular normal", team.getJsonObject("rwgjSkewed"));
    names("itemsUsed meanItemVariance rwgj", team.getJsonObject("available"));
    names("interval ordinal", team.getJsonObject("krippendorff"));
  }

  private static void names(String expected, JsonObject object) {
    assertEquals(List.of(expected.split(" ")), List.copyOf(object.fieldNames()));
  }

  @Test
  void aHeaderWithoutRowsIsFine() throws IOException {
    JsonObject scale =
        run("respondent,team,L1,L2,L3\r\n", SCALES).getJsonArray("scales").getJsonObject(0);
    assertEquals(0, scale.getInteger("respondents"));
    assertNull(scale.getValue("meanScore"));
    assertFalse(scale.getString("meanScoreReason").isBlank());
    assertEquals(0, scale.getJsonArray("teams").size());
  }

  /** Byte order mark, CRLF, quotes, other column order, no line end at the end, no team. */
  @Test
  void filesAsProgramsWriteThem() throws IOException {
    JsonObject scale =
        run(
                "\uFEFFL3,\"team\",L2,respondent,L1\r\n5,\"a, \"\"b\"\"\",1,\"r\n1\",5\r\n\"3\",,3,r2,3.0",
                SCALES)
            .getJsonArray("scales")
            .getJsonObject(0);
    assertEquals(4, scale.getDouble("meanScore"));
    assertEquals(2, scale.getInteger("complete"));
    assertEquals(1, scale.getJsonArray("teams").size());
    assertEquals("a, \"b\"", scale.getJsonArray("teams").getJsonObject(0).getString("team"));
  }

  static Stream<Arguments> badAnswers() {
    String header = "respondent,team,L1,L2,L3\n";
    return Stream.of(
        Arguments.of("", 1, 1, "empty"),
        Arguments.of(header + "r1,a,1,2\n", 2, 5, "the header has 5 fields, this row 4"),
        Arguments.of(header + "r1,a,1,2,3,4\n", 2, 6, "more fields than the header"),
        Arguments.of(header + "r1,a,1,2,3\nr2,a,1,6,3\n", 3, 4, "outside the scale, 1 to 5"),
        Arguments.of(header + "r1,a,0.5,2,3\n", 2, 3, "outside the scale"),
        Arguments.of(header + "r1,a,1,two,3\n", 2, 4, "\"two\" is not a number"),
        Arguments.of(header + "r1,a,1,NaN,3\n", 2, 4, "is not a number"),
        Arguments.of(header + "r1,a,1,0x1p1,3\n", 2, 4, "is not a number"),
        Arguments.of(header + "r1,a,1,2f,3\n", 2, 4, "is not a number"),
        Arguments.of(header + "r1,a,1,\u0000,3\n", 2, 4, "is not a number"),
        Arguments.of(header + "r1,a\u0000,1,2,3\n", 2, 2, "control character (code 0)"),
        Arguments.of("respondent,team,L1,L2\n", 1, 5, "\"L3\" is missing"),
        Arguments.of("respondent,L1,L2,L3\n", 1, 5, "\"team\" is missing"),
        Arguments.of("respondent,team,L1,L2,L3,L4\n", 1, 6, "\"L4\" is not an item"),
        Arguments.of("respondent,team,L1,L2,L3,L1\n", 1, 6, "\"L1\" stands twice"),
        Arguments.of(",".repeat(10_000_000), 1, 1, "\"\" is not an item"),
        Arguments.of("L1,".repeat(3_000_000), 1, 2, "\"L1\" stands twice"),
        Arguments.of(header + "r1,a,1,2,3\n\nr2,a,1,2,3\n", 3, 1, "blank"),
        Arguments.of(header + "\"r\n1\",a,1,2,3\nr2,a,9,2,3\n", 4, 3, "outside the scale"),
        Arguments.of(header + "r1,a,\"1\"x,2,3\n", 2, 3, "quoted field"),
        Arguments.of(header + "r1,a,1,2," + "1".repeat(10_000_000) + "\n", 2, 5, "longer than"),
        Arguments.of(header + "1,".repeat(5_000_000) + "\n", 2, 6, "more fields"));
  }

  @ParameterizedTest
  @MethodSource
  void badAnswers(String csv, int line, int column, String what) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), csv);
    Path scales = Files.writeString(folder.resolve("scales.json"), SCALES);
    refused(answers, scales, answers + ", line " + line + ", column " + column + ": ", what);
  }

  @Test
  void answersThatAreNotUtf8() throws IOException {
    byte[] latin =
        "respondent,team,L1,L2,L3\nr1,caf\u00e9,1,2,3\n".getBytes(StandardCharsets.ISO_8859_1);
    Path answers = Files.write(folder.resolve("answers.csv"), latin);
    Path scales = Files.writeString(folder.resolve("scales.json"), SCALES);
    refused(answers, scales, answers + ", line 2, column 2: ", "not UTF-8");
  }

  @Test
  void answersThatAreNotThere() throws IOException {
    Path scales = Files.writeString(folder.resolve("scales.json"), SCALES);
    Path missing = folder.resolve("missing.csv");
    refused(missing, scales, missing + ": ", "no such file");
    refused(folder, scales, folder + ": ", "cannot be read");
    refused(
        missing, folder.resolve("missing.json"), folder.resolve("missing.json") + ": ", "no such");
  }

  static Stream<Arguments> badScales() {
    return Stream.of(
        Arguments.of("", 1, 1, "empty"),
        Arguments.of("{\"responseMin\": 1,\n oops}", 2, 2, "not JSON"),
        Arguments.of("{\"responseMin\": 1}", 1, 1, "needs responseMax"),
        Arguments.of(SCALES.replace("\"responseMax\": 5", "\"responseMax\": 1"), 1, 35, "above"),
        Arguments.of(
            SCALES.replace("\"responseMax\": 5", "\"responseMax\": \"5\""), 1, 35, "number"),
        Arguments.of(SCALES.replace("Options\": 5", "Options\": 1"), 1, 57, "2 to 1000"),
        Arguments.of(SCALES.replace("\"minAnswered\": 2", "\"minAnswered\": 4"), 3, 39, "1 to 3"),
        Arguments.of(SCALES.replace("\"L3\"", "\"L1\""), 4, 77, "twice in this scale"),
        Arguments.of(SCALES.replace("\"L3\"", "\"team\""), 4, 77, "not an item"),
        Arguments.of(SCALES.replace("\"L3\"", "7"), 4, 77, "must be a name"),
        Arguments.of(SCALES.replace("true", "\"yes\""), 4, 63, "true or false"),
        Arguments.of(SCALES.replace("\"reversed\": false", "\"id\": 3"), 4, 18, "twice"));
  }

  @ParameterizedTest
  @MethodSource
  void badScales(String json, int line, int column, String what) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), "respondent,team,L1,L2,L3\n");
    Path scales = Files.writeString(folder.resolve("scales.json"), json);
    refused(answers, scales, scales + ", line " + line + ", column " + column + ": ", what);
  }

  @Test
  void aResultThatCannotBeWritten() throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), "respondent,team,L1,L2,L3\n");
    Path scales = Files.writeString(folder.resolve("scales.json"), SCALES);
    Path output = folder.resolve("missing/result.json");
    CommandRun run = CommandRun.of(arguments(answers, scales, output));
    assertEquals(2, run.code());
    assertEquals(List.of(output + ": the result cannot be written there."), run.complaints());
  }

  @Test
  void aForgottenOptionIsOneLine() {
    CommandRun run = CommandRun.of("statistics", "--answers", "answers.csv");
    assertEquals(2, run.code());
    assertEquals(1, run.complaints().size());
    assertTrue(run.err().contains("--scales"), run.err());
  }

  private static void refused(Path answers, Path scales, String place, String what) {
    CommandRun run =
        CommandRun.of("statistics", "--answers", answers.toString(), "--scales", scales.toString());
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(1, run.complaints().size(), run.err());
    String line = run.complaints().get(0);
    assertTrue(line.startsWith(place), line);
    assertTrue(line.contains(what), line);
    assertTrue(line.length() < 300 + place.length(), line);
  }

  /** Bytes in columns: a million rows of 24 items pass through a heap of 256 MiB. */
  @Test
  void aMillionRowsInASmallHeap() throws Exception {
    Path answers = folder.resolve("million.csv");
    long sum = writeAnswers(answers, 1_000_000, 24);
    StringBuilder items = new StringBuilder();
    for (int item = 0; item < 24; item++) {
      items.append(item == 0 ? "" : ",").append("{\"id\":\"I").append(item).append("\"}");
    }
    Path scales =
        Files.writeString(
            folder.resolve("scales.json"),
            "{\"responseMin\":0,\"responseMax\":4,\"responseOptions\":5,\"scales\":[{\"id\":\"s\",\"items\":["
                + items
                + "]}]}");
    Path output = folder.resolve("result.json");
    Process process = RolewiseProcess.launch(List.of(arguments(answers, scales, output)));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    JsonObject scale =
        new JsonObject(Files.readString(output)).getJsonArray("scales").getJsonObject(0);
    assertEquals(1_000_000, scale.getInteger("scored"));
    assertEquals(sum / 24e6, scale.getDouble("meanScore"), 1e-12);
    assertEquals(100, scale.getJsonArray("teams").size());
  }

  private static long writeAnswers(Path file, int rows, int items) throws IOException {
    SplittableRandom random = new SplittableRandom(256);
    long sum = 0;
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("respondent,team");
      for (int item = 0; item < items; item++) {
        writer.write(",I" + item);
      }
      writer.write("\n");
      StringBuilder row = new StringBuilder();
      for (int respondent = 0; respondent < rows; respondent++) {
        row.setLength(0);
        row.append('r').append(respondent).append(",team ").append(random.nextInt(100));
        int mood = random.nextInt(3);
        for (int item = 0; item < items; item++) {
          int answer = mood + random.nextInt(3);
          sum += answer;
          row.append(',').append(answer);
        }
        writer.append(row.append('\n'));
      }
    }
    return sum;
  }

  private static String[] arguments(Path answers, Path scales, Path output) {
    return new String[] {
      "statistics",
      "--answers",
      answers.toString(),
      "--scales",
      scales.toString(),
      "--output",
      output.toString()
    };
  }

  private JsonObject run(String csv, String json) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), csv);
    Path scales = Files.writeString(folder.resolve("scales.json"), json);
    Path output = folder.resolve("result.json");
    CommandRun run = CommandRun.of(arguments(answers, scales, output));
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    return new JsonObject(Files.readString(output));
  }
}
