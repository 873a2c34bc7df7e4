package dev.rolewise.assessment.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.export.PrintedReport;
import dev.rolewise.assessment.export.SavedReport;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values in batches while a round is open. */
@ExtendWith(PostgresDatabase.class)
class LiveReleaseTest {
  private static final List<String> FILES =
      List.of(
          AssessmentAddresses.REPORT_CSV_GET,
          AssessmentAddresses.REPORT_XLSX_GET,
          AssessmentAddresses.REPORT_PDF_GET);

  private static Suite suite;
  private static Scorer scorer;
  private static LiveRelease again;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
    scorer = Scorer.start(suite.vertx());
    TurnoutHints hints = new TurnoutHints(BusClient.create(suite.vertx()));
    again = new LiveRelease(suite.pool(), new PinnedInstruments(), scorer, hints);
  }

  @AfterAll
  static void stop() {
    Suite.await(scorer.close());
    suite.close();
  }

  @Test
  void valuesComeInBatchesAndTheVerdictAtTheClose() {
    TestTeam team = batches(12, 4);
    drip(team, 3, TestSheet.healthy());
    assertEquals("409 not-released", refusal(AssessmentAddresses.REPORT_GET, team.aboutRound()));
    drip(team, 1, TestSheet.healthy());
    JsonObject first = team.report("en");
    assertEquals(4, first.getInteger("n"));
    assertTrue(first.getBoolean("live"));
    assertNull(first.getJsonObject("round").getString("closedOn"));
    assertEquals("NOT_ENOUGH_DATA", first.getJsonObject("verdict").getString("code"));
    assertNull(first.getJsonObject("stability"));
    assertNotNull(area(first, "P1").getJsonArray("distribution"));
    assertNull(area(first, "P1").getJsonObject("agreement"));
    assertEquals(1, releases(team).size());
    int version = team.get().getJsonObject("turnout").getInteger("version");
    assertEquals(version, releases(team).getJsonObject(0).getInteger("version"));
    suite.awaitHint(
        hint ->
            hint.getString("round").equals(team.round)
                && Objects.equals(hint.getInteger("release"), version));
    drip(team, 3, TestSheet.healthy());
    assertEquals(4, team.report("en").getInteger("n"));
    drip(team, 5, TestSheet.healthy());
    assertEquals(12, team.report("en").getInteger("n"));
    JsonObject closed = team.close();
    JsonObject last = team.report("en");
    assertFalse(last.getBoolean("live"));
    assertEquals("NO_EXTRA_ROLE", last.getJsonObject("verdict").getString("code"));
    assertEquals(0, closed.getInteger("heldBack"));
    assertNotNull(
        suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound()).getString("hash"));
  }

  @Test
  void whileOpenTheOrganiserAloneSeesValuesAndNobodyTheNumbersBehindThem() {
    TestTeam team = batches(12, 4);
    drip(team, 4, TestSheet.healthy().comment("P1", "zebra crossing"));
    JsonObject asMember = new JsonObject().put("token", team.member).put("round", team.round);
    assertEquals("409 not-released", refusal(AssessmentAddresses.REPORT_GET, asMember));
    assertEquals(
        "409 not-released", refusal(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound()));
    for (String file : FILES) {
      assertEquals("409 not-released", refusal(file, team.aboutRound()));
    }
    assertFalse(team.report("en").encode().contains("zebra crossing"));
    drip(team, 1, TestSheet.healthy());
    team.close();
    // four were released, one is held back: with fewer than five new sheets no comment is shown
    assertFalse(team.report("en").encode().contains("zebra crossing"));
    assertEquals(1, team.report("en").getInteger("heldBack"));
  }

  @Test
  void aHalfThatFewerThanKPeopleAnsweredStaysWithheldAndThenBehind() {
    TestTeam team = batches(16, 4);
    drip(team, 3, TestSheet.healthy());
    drip(team, 1, TestSheet.healthy().area("P1", 3, 1, null));
    JsonObject first = team.report("en");
    assertNull(area(first, "P1").getJsonArray("coverage"));
    assertNull(area(first, "P1").getValue("gap"));
    assertNotNull(area(first, "P1").getJsonArray("distribution"));
    assertTrue(first.getBoolean("olderFigures"));
    // in the second batch one person knows nothing about P2's problems: that half stays as it was
    drip(team, 3, TestSheet.healthy());
    drip(team, 1, TestSheet.healthy().area("P2", null, null, 1));
    JsonObject second = team.report("en");
    assertEquals(8, second.getInteger("n"));
    assertEquals(
        area(first, "P2").getJsonArray("distribution"),
        area(second, "P2").getJsonArray("distribution"));
    assertEquals(7, total(area(second, "P1").getJsonArray("coverage")));
    assertEquals(8, total(area(second, "P2").getJsonArray("coverage")));
    team.close();
    JsonObject last = team.report("en");
    assertEquals(
        area(first, "P2").getJsonArray("distribution"),
        area(last, "P2").getJsonArray("distribution"));
    assertTrue(last.getBoolean("olderFigures"));
    assertEquals("leaning", last.getJsonObject("verdict").getString("firmness"));
    // files hold back the same, and show what is older as the report does
    JsonObject english = team.aboutRound().put("locale", "en");
    assertEquals(
        SavedReport.in(last),
        SavedReport.inCsv(
            suite.bytes(AssessmentAddresses.REPORT_CSV_GET, english).body().toString()));
    PrintedReport paper =
        PrintedReport.of(suite.bytes(AssessmentAddresses.REPORT_PDF_GET, english).body());
    assertTrue(paper.says("You still see the earlier figures"), paper.text());
    assertEquals(
        "409 not-released", refusal(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound()));
  }

  @Test
  void figuresAboutAllReleasedSheetsAreNotCalledOlder() {
    TestTeam team = batches(16, 4);
    drip(team, 4, TestSheet.healthy());
    assertFalse(team.report("en").getBoolean("olderFigures"));
    drip(team, 4, TestSheet.healthy());
    assertEquals(8, team.report("en").getInteger("n"));
    assertFalse(team.report("en").getBoolean("olderFigures"));
  }

  @Test
  void aRemainderIsHeldBackAndComesOutTogetherWithMore() {
    TestTeam team = batches(14, 4);
    drip(team, 6, TestSheet.healthy().comment("P1", "early"));
    assertEquals(4, team.report("en").getInteger("n"));
    assertEquals(2, team.close().getInteger("heldBack"));
    int version = releases(team).getJsonObject(releases(team).size() - 1).getInteger("version");
    JsonObject before = team.report("en");
    suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
    assertEquals(before.getInteger("n"), team.report("en").getInteger("n"));
    drip(team, 6, TestSheet.healthy().comment("P1", "late"));
    team.close();
    JsonObject after = team.report("en");
    assertEquals(12, after.getInteger("n"));
    assertTrue(
        releases(team).getJsonObject(releases(team).size() - 1).getInteger("version") > version);
    assertEquals(12, area(after, "P1").getJsonArray("comments").size());
  }

  @Test
  void aLiveReleaseLeavesNothingThatTellsBatchesApart() {
    TestTeam team = batches(30, 4);
    drip(team, 9, TestSheet.healthy());
    drip(team, 6, TestSheet.healthy());
    int n = team.report("en").getInteger("n");
    assertEquals(n, rows("sheet", team));
    assertEquals(1, transactions("sheet", team), "one transaction wrote every released sheet");
    team.close();
    assertEquals(1, transactions("ticket", team));
    assertEquals(1, transactions("sheet", team));
  }

  @Test
  void parallelSheetsReleaseEverySheetOnce() {
    TestTeam team = batches(40, 5);
    List<String> tickets = IntStream.range(0, 40).mapToObj(i -> team.drawTicket()).toList();
    Suite.await(
        Future.all(
            tickets.stream()
                .map(
                    ticket ->
                        suite.send(
                            AssessmentAddresses.SHEET_SUBMIT,
                            TestSheet.healthy().message(ticket, TestTeam.newKey())))
                .toList()));
    settle(team);
    assertEquals(40, rows("sheet", team) + rows("pending_sheet", team));
    team.close();
    assertEquals(40, team.report("en").getInteger("n") + team.get().getInteger("heldBack"));
    assertTrue(team.get().getInteger("heldBack") < 5);
  }

  private static TestTeam batches(int size, int k) {
    return TestTeam.create(suite, 1)
        .open(new JsonObject().put("size", size).put("k", k).put("live", "batches"));
  }

  private static void drip(TestTeam team, int sheets, TestSheet sheet) {
    for (int i = 0; i < sheets; i++) {
      team.submit(sheet);
      settle(team);
    }
  }

  /** Waits for the release under way: whoever asks next stands behind it at the round's lock. */
  private static void settle(TestTeam team) {
    Suite.await(again.ifDue(UUID.fromString(team.round)));
  }

  private static JsonObject area(JsonObject report, String id) {
    return report.getJsonArray("areas").stream()
        .map(JsonObject.class::cast)
        .filter(area -> area.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonArray releases(TestTeam team) {
    return team.get().getJsonArray("releases");
  }

  private static int total(JsonArray counts) {
    return counts.stream().mapToInt(count -> (Integer) count).sum();
  }

  private static String refusal(String address, JsonObject message) {
    var failure = suite.failure(suite.documentLater(address, message));
    return failure.status() + " " + failure.code();
  }

  private static long rows(String table, TestTeam team) {
    return suite.count("%s where round = '%s'".formatted(table, team.round));
  }

  private static long transactions(String table, TestTeam team) {
    return suite
        .sql(
            "select count(distinct xmin::text) from %s where round = '%s'"
                .formatted(table, team.round))
        .get(0)
        .getLong(0);
  }
}
