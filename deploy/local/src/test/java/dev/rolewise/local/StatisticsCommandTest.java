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

/** `rolewise statistics`, from its files to its exit code. */
class StatisticsCommandTest {

  @TempDir private Path folder;

  @Test
  void aSmallFileByHand() throws IOException {
    // after turning L2 round: 4 4 4 / 2 2 2 / 3 _ 4 / 5 _ _
    JsonObject result =
        run(
            "respondent,team,L1,L2,L3\nr1,a,4,2,4\nr2,a,2,4,2\nr3,b,3,,4\nr4,b,5,,\n",
            StatisticsFiles.SCALES);
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
    JsonObject scale =
        run(rows.toString(), StatisticsFiles.SCALES).getJsonArray("scales").getJsonObject(0);
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
        run("respondent,team,L1,L2,L3\r\n", StatisticsFiles.SCALES)
            .getJsonArray("scales")
            .getJsonObject(0);
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
                StatisticsFiles.SCALES)
            .getJsonArray("scales")
            .getJsonObject(0);
    assertEquals(4, scale.getDouble("meanScore"));
    assertEquals(2, scale.getInteger("complete"));
    assertEquals(1, scale.getJsonArray("teams").size());
    assertEquals("a, \"b\"", scale.getJsonArray("teams").getJsonObject(0).getString("team"));
  }

  /** A link is followed, a folder refused, and what was there stays when something goes wrong. */
  @Test
  void theResultReplacesOnlyAFile() throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), "respondent,team,L1,L2,L3\n");
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
    assertEquals(0, CommandRun.of(StatisticsFiles.arguments(answers, scales, link)).code());
    assertTrue(Files.isSymbolicLink(link));
    assertTrue(Files.readString(real).contains("\"engine\""));
    Path directory = Files.createDirectory(folder.resolve("directory"));
    CommandRun refused = CommandRun.of(StatisticsFiles.arguments(answers, scales, directory));
    assertEquals(2, refused.code());
    assertTrue(Files.isDirectory(directory));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(5, files.count());
    }
  }

  @Test
  void aResultThatCannotBeWritten() throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), "respondent,team,L1,L2,L3\n");
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
    Path output = folder.resolve("missing/result.json");
    CommandRun run = CommandRun.of(StatisticsFiles.arguments(answers, scales, output));
    assertEquals(2, run.code());
    assertEquals(List.of(output + ": the result cannot be written there."), run.complaints());
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
    Process process =
        RolewiseProcess.launch(List.of(StatisticsFiles.arguments(answers, scales, output)));
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

  private JsonObject run(String csv, String json) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), csv);
    Path scales = Files.writeString(folder.resolve("scales.json"), json);
    Path output = folder.resolve("result.json");
    CommandRun run = CommandRun.of(StatisticsFiles.arguments(answers, scales, output));
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.err());
    return new JsonObject(Files.readString(output));
  }
}
