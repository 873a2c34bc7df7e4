package dev.rolewise.assessment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.export.PrintedReport;
import dev.rolewise.assessment.export.SavedReport;
import dev.rolewise.assessment.export.Xlsx;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files say what the report says to whoever reads it: all of that, and nothing else. */
@ExtendWith(PostgresDatabase.class)
class ReportFileTest {
  private static final String LONG =
      "=HYPERLINK(\"http://x\") <script>\u0007\"',;\n\t مرحبا بالعالم שלום 😀👩‍💻 ﷽ 漢字 "
          + "é".repeat(120);
  private static final List<String> FILES =
      List.of(
          AssessmentAddresses.REPORT_CSV_GET,
          AssessmentAddresses.REPORT_XLSX_GET,
          AssessmentAddresses.REPORT_PDF_GET);

  private static Suite suite;
  private static TestTeam hostile;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
    hostile = TestTeam.withRound(suite, 7);
    TestSheet gap = TestSheet.healthy().side("P", 3, 5).votes("P");
    for (String text : List.of("+1", "-1", "@x", "=1+1", "long")) {
      hostile.submit(gap.comment("P1", text).comment("J3", "about " + text));
    }
    hostile.submit(gap.area("P2", null, 1, null).area("J1", 1, null, 1).area("J3", 0, 4, 1));
    hostile.close();
    // what was typed before controls were refused
    suite.sql(
        "update comment set text = '"
            + LONG.replace("'", "''")
            + "' where text like '%long' and round = '"
            + hostile.round
            + "'");
    suite.sql(
        "update team set name = '"
            + LONG.replace("'", "''").replace("\u0007", "")
            + "' where id = (select team from round where id = '"
            + hostile.round
            + "')");
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void theCsvHasEveryValueOfTheReportAndNoOther() {
    for (String locale : List.of("nl", "en")) {
      assertEquals(SavedReport.in(hostile.report(locale)), SavedReport.inCsv(csv(hostile, locale)));
    }
  }

  @Test
  void everyLineSaysWhichQuestionsItComesFromAndBeginsLikeNoFormula() {
    JsonObject instrument = hostile.report("en").getJsonObject("instrument");
    for (NamedCsvRecord line : SavedReport.lines(csv(hostile, "en"))) {
      assertEquals(instrument.getString("hash"), line.getField("hash"));
      assertEquals(instrument.getString("id"), line.getField("instrument"));
      assertEquals("1", line.getField("version"));
      for (String cell : line.getFields()) {
        assertFalse(cell.matches("(?s)[=+\\-@\t\r\n].*"), cell);
      }
    }
  }

  @Test
  void theCodeBookTellsOfEveryFieldInTheReadersLanguage() {
    for (String locale : List.of("nl", "en")) {
      List<NamedCsvRecord> lines = SavedReport.lines(csv(hostile, locale));
      Map<String, String> meanings =
          lines.stream()
              .filter(line -> line.getField("table").equals("codebook"))
              .collect(Collectors.toMap(it -> it.getField("row"), it -> it.getField("value")));
      for (NamedCsvRecord line : lines) {
        if (!line.getField("table").equals("codebook")) {
          String meaning = meanings.get(line.getField("table") + "." + line.getField("field"));
          assertFalse(meaning == null || meaning.isEmpty(), line.toString());
        }
      }
      String struggle = locale.equals("nl") ? "Hoe erg het knelt" : "How much it hurts";
      assertTrue(meanings.get("areas.struggle").startsWith(struggle));
    }
  }

  @Test
  void theWorkbookHasTheSameFiguresAsNumbersAndTextsAsTexts() {
    JsonObject report = hostile.report("en");
    Map<String, List<Map<String, Object>>> sheets =
        Xlsx.sheets(file(AssessmentAddresses.REPORT_XLSX_GET, hostile, "en").body().getBytes());
    List<Map<String, Object>> areas = sheets.get("Responsibilities");
    List<Object> numbers = new ArrayList<>();
    areas.stream().skip(1).forEach(row -> numbers.addAll(row.values()));
    assertEquals(
        SavedReport.in(report).entrySet().stream()
            .filter(value -> value.getKey().startsWith("areas."))
            .map(value -> value.getValue().strip())
            .sorted()
            .toList(),
        numbers.stream()
            .map(String::valueOf)
            .filter(it -> !it.equals(report.getJsonObject("instrument").getString("hash")))
            .sorted()
            .toList());
    Map<String, Object> head = areas.get(0);
    String struggle =
        head.entrySet().stream()
            .filter(it -> it.getValue().equals("Struggle"))
            .findFirst()
            .orElseThrow()
            .getKey();
    assertEquals(
        report.getJsonArray("areas").getJsonObject(0).getDouble("struggle"),
        ((Number) areas.get(1).get(struggle)).doubleValue());
    List<Object> comments = sheets.get("Comments").stream().map(row -> row.get("B")).toList();
    assertTrue(comments.contains("=1+1"), comments.toString());
    assertTrue(sheets.containsKey("Code book"), sheets.keySet().toString());
  }

  /** The table at the end has every figure, as the page rounds it. */
  @Test
  void thePdfSaysWhatTheReportSaysWithTheSameFigures() {
    for (String locale : List.of("nl", "en")) {
      JsonObject report = hostile.report(locale);
      PrintedReport paper =
          PrintedReport.of(file(AssessmentAddresses.REPORT_PDF_GET, hostile, locale).body());
      assertEquals(locale, paper.language());
      // the runtime that tests run on knows the months of every language
      String closed = report.getJsonObject("round").getString("closedOn");
      DateTimeFormatter day =
          DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(locale));
      assertTrue(paper.says("· " + LocalDate.parse(closed).format(day)), paper.text());
      assertTrue(paper.tagged());
      assertTrue(paper.title().startsWith(report.getJsonObject("verdict").getString("title")));
      for (String part : List.of("because", "forms")) {
        for (Object sentence : report.getJsonObject("verdict").getJsonArray(part)) {
          assertTrue(paper.says(((JsonObject) sentence).getString("text")), part);
        }
      }
      for (Object step : report.getJsonArray("nextSteps")) {
        assertTrue(paper.says(((JsonObject) step).getString("text")), step.toString());
      }
      for (Object one : report.getJsonArray("areas")) {
        JsonObject area = (JsonObject) one;
        String figures =
            Stream.of(
                    area.getJsonArray("distribution").stream(),
                    Stream.of(area.getValue("dontKnow")),
                    area.getJsonArray("coverage").stream(),
                    Stream.of(
                        Math.round(area.getDouble("struggle")), Math.round(area.getDouble("gap"))))
                .flatMap(it -> it)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        assertTrue(paper.says(area.getString("name") + " " + figures), paper.text());
      }
      assertTrue(paper.says("=1+1"), "a comment");
      assertTrue(paper.says(report.getJsonObject("instrument").getString("hash")));
    }
  }

  @Test
  void whatNobodyIsShownIsInNoFile() {
    TestTeam few = TestTeam.withRound(suite, 8);
    TestSheet sheet = TestSheet.healthy().side("P", 4, 5).comment("P1", "a lonely remark");
    few.submitTimes(3, sheet);
    few.close();
    String csv = csv(few, "en");
    assertEquals(SavedReport.in(few.report("en")), SavedReport.inCsv(csv));
    assertFalse(csv.contains("\r\nareas,"), csv);
    assertFalse(csv.contains("lonely"), csv);
    PrintedReport paper =
        PrintedReport.of(file(AssessmentAddresses.REPORT_PDF_GET, few, "en").body());
    assertFalse(paper.says("lonely"), paper.text());
    assertFalse(paper.says("Customer evidence"), paper.text());
    assertTrue(paper.says(few.report("en").getJsonObject("verdict").getString("text")));
  }

  @Test
  void aLinkWithoutCommentsAndAHiddenCommentLeaveNothingBehind() {
    JsonObject share =
        suite.ask(AssessmentAddresses.SHARE_CREATE, hostile.aboutRound()).getJsonObject("report");
    JsonObject reader =
        new JsonObject().put("token", share.getString("token")).put("round", hostile.round);
    String without = suite.bytes(AssessmentAddresses.REPORT_CSV_GET, reader).body().toString();
    assertFalse(without.contains("\r\ncomments,"), without);
    JsonObject comment =
        hostile.report("en").getJsonArray("areas").stream()
            .map(JsonObject.class::cast)
            .filter(area -> area.containsKey("commentList"))
            .map(area -> area.getJsonArray("commentList").getJsonObject(0))
            .findFirst()
            .orElseThrow();
    JsonObject hide = hostile.aboutRound().put("comment", comment.getString("id"));
    suite.ask(AssessmentAddresses.COMMENT_UPDATE, hide.put("hidden", true));
    assertEquals(9, commentLines(csv(hostile, "en")));
    suite.ask(AssessmentAddresses.COMMENT_UPDATE, hide.put("hidden", false));
    assertEquals(10, commentLines(csv(hostile, "en")));
  }

  private static long commentLines(String csv) {
    return SavedReport.lines(csv).stream()
        .filter(it -> it.getField("table").equals("comments"))
        .filter(it -> it.getField("field").equals("text"))
        .count();
  }

  @Test
  void theSameReportIsTheSameBytesAndIsNamedForWhatItIs() {
    for (String address : FILES) {
      BusDocument file = file(address, hostile, "nl");
      assertEquals(file, file(address, hostile, "nl"));
      assertEquals("nl", file.headers().get("language"));
      assertTrue(
          file.headers().get("file").matches("rolewise-report-[a-z0-9-]+-nl\\.(csv|xlsx|pdf)"),
          file.headers().get("file"));
      assertNull(file.headers().get("etag"));
    }
  }

  private static String csv(TestTeam team, String locale) {
    return file(AssessmentAddresses.REPORT_CSV_GET, team, locale).body().toString();
  }

  private static BusDocument file(String address, TestTeam team, String locale) {
    return suite.bytes(address, team.aboutRound().put("locale", locale));
  }
}
