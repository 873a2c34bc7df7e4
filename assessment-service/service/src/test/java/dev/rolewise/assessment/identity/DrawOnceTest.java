package dev.rolewise.assessment.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSession;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class DrawOnceTest {
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
  void oneIdentityDrawsOneTicketOfARoundHoweverOftenItSignsIn() {
    TestTeam team = signedIn(6);
    TestTeam other = signedIn(6);
    TestSession first = TestSession.of(suite, "member");
    suite.ask(AssessmentAddresses.TICKET_DRAW, first.drawing(team));
    assertEquals("ticket-drawn", refusal(first.drawing(team)));
    assertEquals("ticket-drawn", refusal(TestSession.of(suite, "member").drawing(team)));
    suite.ask(AssessmentAddresses.TICKET_DRAW, first.drawing(other));
    suite.ask(AssessmentAddresses.TICKET_DRAW, TestSession.of(suite, "colleague").drawing(team));
  }

  @Test
  void fiftyDrawsAtOnceGiveOneTicket() {
    TestTeam team = signedIn(6);
    TestSession session = TestSession.of(suite, "hurried");
    List<Future<String>> draws =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    suite
                        .send(AssessmentAddresses.TICKET_DRAW, session.drawing(team))
                        .map(drawn -> "drawn")
                        .otherwise(refused -> "refused"))
            .toList();
    Suite.await(Future.all(draws));
    assertEquals(1, draws.stream().filter(draw -> draw.result().equals("drawn")).count());
    assertEquals(1, rows("ticket", team).size());
  }

  @Test
  void withoutASessionNothingIsDrawnAndAnOpenRoundAsksForNone() {
    TestTeam team = signedIn(6);
    assertEquals("sign-in-needed", refusal(new JsonObject().put("token", team.member)));
    assertEquals(
        "sign-in-needed",
        refusal(new JsonObject().put("token", team.member).put("session", "guessed")));
    TestSession ended = TestSession.of(suite, "ended");
    ended.end();
    assertEquals("sign-in-needed", refusal(ended.drawing(team)));
    assertEquals(0, rows("ticket", team).size());
    TestTeam open = TestTeam.withRound(suite, 4);
    open.drawTicket();
    TestSession session = TestSession.of(suite, "guest of an open round");
    suite.ask(AssessmentAddresses.TICKET_DRAW, session.drawing(open));
    assertEquals(0, rows("drawn", open).size());
  }

  @Test
  void aDrawThatComesToNothingLeavesNoMark() {
    TestTeam team = signedIn(4);
    TestSession late = TestSession.of(suite, "late");
    submitTimes(team, 3);
    team.close();
    assertEquals("round-closed", refusal(late.drawing(team)));
    suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
    suite.ask(AssessmentAddresses.TICKET_DRAW, late.drawing(team));
  }

  @Test
  void neitherPlaceNorTransactionTellsWhichMarkCameWithWhichTicket() {
    TestTeam team = signedIn(30);
    List<String> inOrder = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Set<String> before = new HashSet<>(marks(team));
      TestSession session = TestSession.of(suite, "person " + i);
      suite.ask(AssessmentAddresses.TICKET_DRAW, session.drawing(team));
      marks(team).stream().filter(mark -> !before.contains(mark)).forEach(inOrder::add);
      Set<String> writers = new HashSet<>();
      rows("drawn", team).forEach(row -> writers.add(row.getString("xmin")));
      assertEquals(1, writers.size(), "every mark carries the number of the latest draw");
    }
    assertEquals(12, inOrder.size());
    // the chance that a fair shuffle leaves twelve in order is one in 479,001,600
    assertNotEquals(inOrder, marks(team));
  }

  @Test
  void noSessionChangesWhenItDraws() {
    TestTeam team = signedIn(6);
    TestSession session = TestSession.of(suite, "unmoved");
    String sessions = "select hash, xmin::text, ctid::text from session order by hash";
    List<String> before = lines(sessions);
    List<String> identities = lines("select id, xmin::text from identity order by id");
    suite.ask(AssessmentAddresses.TICKET_DRAW, session.drawing(team));
    assertEquals(before, lines(sessions));
    assertEquals(identities, lines("select id, xmin::text from identity order by id"));
  }

  @Test
  void whoDrewIsForgottenWithTheReleaseAndKeptWhileSheetsAreHeldBack() {
    TestTeam team = signedIn(6);
    submitTimes(team, 3);
    team.close();
    assertEquals(3, rows("drawn", team).size());
    suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
    submitTimes(team, 3, "more ");
    team.close();
    assertEquals(0, rows("drawn", team).size());
  }

  @Test
  void theLevelIsSaidAndThePromiseWithIt() {
    TestTeam team = signedIn(6);
    JsonObject participation =
        suite.ask(
            AssessmentAddresses.PARTICIPATION_GET,
            new JsonObject().put("token", team.member).put("locale", "nl"));
    assertEquals("signed-in", participation.getString("entry"));
    assertTrue(participation.encode().contains("Je logt in bij je eigen organisatie"));
    assertEquals("signed-in", team.get().getString("entry"));
  }

  private static TestTeam signedIn(int size) {
    return TestTeam.create(suite, 1)
        .open(new JsonObject().put("size", size).put("entry", "signed-in"));
  }

  private static void submitTimes(TestTeam team, int times) {
    submitTimes(team, times, "");
  }

  private static void submitTimes(TestTeam team, int times, String whose) {
    for (int i = 0; i < times; i++) {
      TestSession session = TestSession.of(suite, whose + i);
      String ticket =
          suite.ask(AssessmentAddresses.TICKET_DRAW, session.drawing(team)).getString("ticket");
      suite.ask(
          AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(ticket, TestTeam.newKey()));
    }
  }

  private static String refusal(JsonObject message) {
    return suite.refused(AssessmentAddresses.TICKET_DRAW, message).code();
  }

  private static List<String> marks(TestTeam team) {
    return rows("drawn", team).stream().map(row -> row.getString("line")).toList();
  }

  private static List<Row> rows(String table, TestTeam team) {
    return suite.sql(
        "select t::text as line, xmin::text as xmin from "
            + table
            + " t where round = '"
            + team.round
            + "' order by ctid");
  }

  private static List<String> lines(String sql) {
    return suite.sql(sql).stream().map(Row::toJson).map(JsonObject::encode).toList();
  }
}
