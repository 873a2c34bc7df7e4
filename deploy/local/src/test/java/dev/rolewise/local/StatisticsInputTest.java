package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code rolewise statistics} cannot work with: one line, the place, exit code 2. */
class StatisticsInputTest {

  @TempDir private Path folder;

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
        Arguments.of(header + "r1,a,\"1\"x,2,3\n", 2, 3, "follows the quote"),
        Arguments.of(header + "r1,a,1,2,\"3\nr2,a,1,2,3\n", 2, 5, "is not a number"),
        Arguments.of("respondent,L1,L2,L3,team\nr1,1,2,3,\"x\nr2,9,9,9,y\n", 2, 5, "never closed"),
        Arguments.of(header + "r1,te\"am,1,2,3\n", 2, 2, "a quote stands inside"),
        Arguments.of(header + "r1,a,1,2," + "1".repeat(10_000_000) + "\n", 2, 5, "longer than"),
        Arguments.of(header + "1,".repeat(5_000_000) + "\n", 2, 6, "more fields"));
  }

  @ParameterizedTest
  @MethodSource
  void badAnswers(String csv, int line, int column, String what) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), csv);
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
    refused(answers, scales, answers + ", line " + line + ", column " + column + ": ", what);
  }

  @Test
  void answersThatAreNotUtf8() throws IOException {
    byte[] latin =
        "respondent,team,L1,L2,L3\nr1,caf\u00e9,1,2,3\n".getBytes(StandardCharsets.ISO_8859_1);
    Path answers = Files.write(folder.resolve("answers.csv"), latin);
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
    refused(answers, scales, answers + ", line 2, column 2: ", "not UTF-8");
  }

  /** The replacement character is a character; the byte behind it is none. */
  @Test
  void aReplacementCharacterIsNotTheFault() throws IOException {
    byte[] text =
        "respondent,team,L1,L2,L3\nr1,\"a,\uFFFD\",1,2,3\nr2,b\u00e9,1,2,3\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] broken = new byte[text.length - 1];
    int at = new String(text, StandardCharsets.ISO_8859_1).indexOf('\u00c3');
    System.arraycopy(text, 0, broken, 0, at);
    System.arraycopy(text, at + 1, broken, at, broken.length - at);
    Path answers = Files.write(folder.resolve("answers.csv"), broken);
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
    refused(answers, scales, answers + ", line 3, column 2: ", "not UTF-8");
  }

  @Test
  void answersThatAreNotThere() throws IOException {
    Path scales = Files.writeString(folder.resolve("scales.json"), StatisticsFiles.SCALES);
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
        Arguments.of(
            StatisticsFiles.SCALES.replace("\"responseMax\": 5", "\"responseMax\": 1"),
            1,
            35,
            "above"),
        Arguments.of(
            StatisticsFiles.SCALES.replace("\"responseMax\": 5", "\"responseMax\": \"5\""),
            1,
            35,
            "number"),
        Arguments.of(
            StatisticsFiles.SCALES.replace("Options\": 5", "Options\": 1"), 1, 57, "2 to 1000"),
        Arguments.of(
            StatisticsFiles.SCALES.replace("\"minAnswered\": 2", "\"minAnswered\": 4"),
            3,
            39,
            "1 to 3"),
        Arguments.of(
            StatisticsFiles.SCALES.replace("\"L3\"", "\"L1\""), 4, 77, "twice in this scale"),
        Arguments.of(StatisticsFiles.SCALES.replace("\"L3\"", "\"team\""), 4, 77, "not an item"),
        Arguments.of(StatisticsFiles.SCALES.replace("\"L3\"", "7"), 4, 77, "must be a name"),
        Arguments.of(StatisticsFiles.SCALES.replace("true", "\"yes\""), 4, 63, "true or false"),
        Arguments.of(
            StatisticsFiles.SCALES.replace("\"reversed\": false", "\"id\": 3"), 4, 18, "twice"));
  }

  @ParameterizedTest
  @MethodSource
  void badScales(String json, int line, int column, String what) throws IOException {
    Path answers = Files.writeString(folder.resolve("answers.csv"), "respondent,team,L1,L2,L3\n");
    Path scales = Files.writeString(folder.resolve("scales.json"), json);
    refused(answers, scales, scales + ", line " + line + ", column " + column + ": ", what);
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
}
