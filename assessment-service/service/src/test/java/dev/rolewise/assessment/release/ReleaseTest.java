package dev.rolewise.assessment.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class ReleaseTest {
  private static Suite suite;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void aReleaseThatFailsHalfwayChangesNothing() {
    TestTeam team = TestTeam.withRound(suite, 6);
    team.submitTimes(5, TestSheet.healthy().comment("P1", "kept"));
    int next = team.get().getJsonObject("turnout").getInteger("version") + 1;
    // the report is stored last: its place is taken, so everything before it must be undone
    suite.sql(
        "insert into report values ('%s', %d, 'x', 0, '{}', '{}')".formatted(team.round, next));
    assertEquals(502, suite.refused(AssessmentAddresses.ROUND_CLOSE, team.aboutRound()).status());
    assertEquals("open", team.get().getString("state"));
    assertEquals(5, rows("pending_sheet", team).size());
    assertEquals(0, rows("sheet", team).size());
    assertEquals(0, rows("comment", team).size());
    suite.sql("delete from report where round = '" + team.round + "'");
    assertEquals("closed", team.close().getString("state"));
    assertEquals(0, rows("pending_sheet", team).size());
    assertEquals(5, rows("sheet", team).size());
    assertEquals(5, rows("comment", team).size());
  }

  @Test
  void theLargestRoundClosesWithinTheTimeOfOneRequest() {
    TestTeam team = TestTeam.create(suite, 2).open(new JsonObject().put("size", 500));
    team.submit(TestSheet.healthyProgramme());
    // the other 499 are copies: this is about the close
    suite.sql(
        "insert into pending_sheet select p.* from pending_sheet p, generate_series(1, 499)"
            + " where p.round = '%s'".formatted(team.round));
    suite.sql("update round set received = 500 where id = '%s'".formatted(team.round));
    assertEquals("closed", team.close().getString("state"));
    assertEquals(500, team.report("en").getInteger("n"));
  }

  @Test
  void closingTwiceIsFineAndReportsOnce() {
    TestTeam team = TestTeam.withRound(suite, 4);
    team.submitTimes(4, TestSheet.healthy());
    JsonObject first = team.close();
    JsonObject report = team.report("en");
    assertEquals(first, team.close());
    assertEquals(report, team.report("en"));
    assertEquals(1, rows("report", team).size());
  }

  @Test
  void parallelClosesAndSheetsNeitherLoseNorDoubleASheet() {
    TestTeam team = TestTeam.withRound(suite, 40);
    List<String> tickets = IntStream.range(0, 40).mapToObj(i -> team.drawTicket()).toList();
    List<Future<JsonObject>> sheets =
        tickets.stream()
            .map(
                ticket ->
                    suite.send(
                        AssessmentAddresses.SHEET_SUBMIT,
                        TestSheet.healthy().message(ticket, TestTeam.newKey())))
            .toList();
    List<Future<JsonObject>> closes =
        IntStream.range(0, 3)
            .mapToObj(i -> suite.send(AssessmentAddresses.ROUND_CLOSE, team.aboutRound()))
            .toList();
    Suite.await(Future.join(sheets).otherwiseEmpty());
    Suite.await(Future.all(closes));
    long accepted = sheets.stream().filter(Future::succeeded).count();
    JsonObject round = team.get();
    assertEquals(accepted, (long) round.getJsonObject("turnout").getInteger("n"));
    assertEquals(accepted, rows("sheet", team).size() + rows("pending_sheet", team).size());
    assertTrue(
        rows("sheet", team).isEmpty() || rows("pending_sheet", team).isEmpty(), "all or nothing");
  }

  @Test
  void aReleaseLeavesNothingThatLinksTicketsToSheets() {
    TestTeam team = TestTeam.withRound(suite, 30);
    List<String> tickets = IntStream.range(0, 30).mapToObj(i -> team.drawTicket()).toList();
    for (int i = 0; i < 30; i++) {
      // the sheet tells which place it had: P1a and P1b count in base 5
      TestSheet sheet = TestSheet.healthy().area("P1", i / 5 % 5, i % 5, 1 + i / 25);
      suite.ask(AssessmentAddresses.SHEET_SUBMIT, sheet.message(tickets.get(i), TestTeam.newKey()));
    }
    List<String> ticketsBefore = inPlace("ticket", "encode(hash, 'hex')", team);
    List<String> sheetsBefore = inPlace("pending_sheet", "answers::text || coverage::text", team);
    team.close();
    List<String> ticketsAfter = inPlace("ticket", "encode(hash, 'hex')", team);
    List<String> sheetsAfter = inPlace("sheet", "answers::text || coverage::text", team);
    assertEquals(sorted(ticketsBefore), sorted(ticketsAfter));
    assertEquals(sorted(sheetsBefore), sorted(sheetsAfter));
    assertNotEquals(ticketsBefore, ticketsAfter);
    assertNotEquals(sheetsBefore, sheetsAfter);
    assertEquals(1, transactions("ticket", team), "one transaction wrote every ticket");
    assertEquals(1, transactions("sheet", team), "one transaction wrote every sheet");
  }

  @Test
  void heldBackSheetsWaitForMoreAndAreThenReleasedTogether() {
    TestTeam team = TestTeam.withRound(suite, 6);
    team.submitTimes(3, TestSheet.healthy());
    String left = team.drawTicket();
    assertEquals(
        "nothing-held-back",
        suite.refused(AssessmentAddresses.ROUND_REOPEN, team.aboutRound()).code());
    assertEquals(3, team.close().getInteger("heldBack"));
    JsonObject reopened = suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
    assertEquals("open", reopened.getString("state"));
    assertEquals(0, reopened.getInteger("heldBack"));
    assertEquals(
        "not-released",
        suite
            .failure(suite.documentLater(AssessmentAddresses.REPORT_GET, team.aboutRound()))
            .code());
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(left, TestTeam.newKey()));
    JsonObject closed = team.close();
    assertEquals(0, closed.getInteger("heldBack"));
    assertEquals(4, team.report("en").getInteger("n"));
    assertEquals(
        "nothing-held-back",
        suite.refused(AssessmentAddresses.ROUND_REOPEN, team.aboutRound()).code());
  }

  @Test
  void aCloseBelowKLeavesNothingThatLinksTicketsToSheetsEither() {
    TestTeam team = TestTeam.create(suite, 1).open(new JsonObject().put("size", 20).put("k", 16));
    for (int i = 0; i < 12; i++) {
      team.submit(TestSheet.healthy().area("P1", i / 5, i % 5, 1).comment("P1", "c" + i));
    }
    String sheet = "answers::text || (comments ->> 'P1')";
    List<String> ticketsBefore = inPlace("ticket", "encode(hash, 'hex')", team);
    List<String> sheetsBefore = inPlace("pending_sheet", sheet, team);
    assertEquals(12, team.close().getInteger("heldBack"));
    for (int round = 0; round < 2; round++) {
      assertEquals(sorted(ticketsBefore), sorted(inPlace("ticket", "encode(hash, 'hex')", team)));
      assertEquals(sorted(sheetsBefore), sorted(inPlace("pending_sheet", sheet, team)));
      assertNotEquals(ticketsBefore, inPlace("ticket", "encode(hash, 'hex')", team));
      assertNotEquals(sheetsBefore, inPlace("pending_sheet", sheet, team));
      assertEquals(1, transactions("ticket", team));
      assertEquals(1, transactions("pending_sheet", team));
      suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
      team.close();
    }
  }

  @Test
  void aReportKeepsWhatTheEngineWasGiven() {
    TestTeam team = TestTeam.create(suite, 2, "project-manager");
    team.open(new JsonObject().put("size", 5).put("k", 3));
    team.submitTimes(3, TestSheet.healthyProgramme());
    team.close();
    Row stored =
        suite
            .sql(
                "select engine, released, inputs from report where round = '%s'"
                    .formatted(team.round))
            .get(0);
    assertEquals("role-gap/1", stored.getString("engine"));
    assertEquals(3, stored.getInteger("released"));
    JsonObject inputs = (JsonObject) stored.getJson("inputs");
    assertEquals(5, inputs.getInteger("size"));
    assertEquals(3, inputs.getInteger("k"));
    assertEquals(2, inputs.getInteger("initiatives"));
    assertEquals(3, inputs.getInteger("received"));
    assertEquals("project-manager", inputs.getJsonArray("rolesPresent").getString(0));
    assertEquals(team.get().getJsonObject("instrument"), inputs.getJsonObject("instrument"));
  }

  private static List<Row> rows(String table, TestTeam team) {
    return suite.sql("select 1 from %s where round = '%s'".formatted(table, team.round));
  }

  /** A column in the order in which the rows lie on disk. */
  private static List<String> inPlace(String table, String column, TestTeam team) {
    return suite
        .sql(
            "select %s as it from %s where round = '%s' order by ctid"
                .formatted(column, table, team.round))
        .stream()
        .map(row -> row.getString("it"))
        .toList();
  }

  private static long transactions(String table, TestTeam team) {
    return suite
        .sql(
            "select count(distinct xmin::text) from %s where round = '%s'"
                .formatted(table, team.round))
        .get(0)
        .getLong(0);
  }

  private static List<String> sorted(List<String> values) {
    return values.stream().sorted().toList();
  }
}
