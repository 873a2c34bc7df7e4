package dev.rolewise.assessment.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class SubmitSheetTest {
  private static final TestSheet SHEET = TestSheet.healthy();
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
  void ofFiftyParallelUsesOfOneTicketExactlyOneIsAccepted() {
    TestTeam team = TestTeam.withRound(suite, 60);
    String ticket = team.drawTicket();
    List<Future<JsonObject>> all =
        IntStream.range(0, 50)
            .mapToObj(i -> submit(SHEET.message(ticket, TestTeam.newKey())))
            .toList();
    Suite.await(Future.join(all).otherwiseEmpty());
    assertEquals(1, all.stream().filter(Future::succeeded).count());
    all.stream()
        .filter(Future::failed)
        .forEach(failed -> assertEquals("ticket-spent", ((BusFailure) failed.cause()).code()));
    assertEquals(1, team.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(1, pending(team));
  }

  @Test
  void parallelRetriesOfOneSubmissionGetOneReceipt() {
    TestTeam team = TestTeam.withRound(suite, 60);
    JsonObject message = SHEET.message(team.drawTicket(), TestTeam.newKey());
    List<Future<JsonObject>> all =
        IntStream.range(0, 30).mapToObj(i -> submit(message.copy())).toList();
    Suite.await(Future.all(all));
    assertEquals(1, all.stream().map(Future::result).collect(Collectors.toSet()).size());
    assertEquals(1, pending(team));
  }

  @Test
  void parallelSheetsNeverExceedTheSize() {
    TestTeam team = TestTeam.withRound(suite, 5);
    List<String> tickets = Stream.generate(team::drawTicket).limit(15).toList();
    List<Future<JsonObject>> all =
        tickets.stream().map(t -> submit(SHEET.message(t, TestTeam.newKey()))).toList();
    Suite.await(Future.join(all).otherwiseEmpty());
    assertEquals(5, all.stream().filter(Future::succeeded).count());
    all.stream()
        .filter(Future::failed)
        .forEach(failed -> assertEquals("round-full", ((BusFailure) failed.cause()).code()));
    assertEquals(5, team.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(5, pending(team));
    assertEquals(
        5, suite.sql("select 1 from ticket where spent and round = '" + team.round + "'").size());
    assertEquals("round-full", refusedTicket(team).code());
  }

  @Test
  void aSubmissionMayBeRepeatedAndNothingElse() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    String key = TestTeam.newKey();
    JsonObject receipt = Suite.await(submit(SHEET.message(ticket, key)));
    assertEquals(receipt, Suite.await(submit(SHEET.message(ticket, key))));
    assertEquals(receipt, Suite.await(submit(SHEET.message(ticket.toLowerCase(Locale.ROOT), key))));
    TestSheet other = SHEET.area("P1", 0, 4, 1);
    assertEquals("key-reused", refused(other.message(ticket, key)).code());
    assertEquals(422, refused(other.message(ticket, key)).status());
    assertEquals("ticket-spent", refused(SHEET.message(ticket, TestTeam.newKey())).code());
    assertEquals("ticket-spent", refused(other.message(ticket, TestTeam.newKey())).code());
    assertNotEquals(receipt.getString("receipt"), team.submit(SHEET));
    team.submitTimes(2, SHEET);
    assertEquals(receipt, Suite.await(submit(SHEET.message(ticket, key))), "full round");
    team.close();
    assertEquals(receipt, Suite.await(submit(SHEET.message(ticket, key))), "after the release");
    assertEquals("key-reused", refused(other.message(ticket, key)).code(), "after the release");
  }

  @Test
  void aTicketSaysWhetherItHasBeenUsedAndAMemberTokenSaysNothing() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    String other = team.drawTicket();
    assertEquals(false, answered(ticket));
    Suite.await(submit(SHEET.message(ticket, TestTeam.newKey())));
    assertEquals(true, answered(ticket));
    assertEquals(false, answered(other));
    assertNull(answered(team.member));
    team.submitTimes(3, SHEET);
    team.close();
    assertEquals(true, answered(ticket), "after the release");
    assertEquals(false, answered(other), "after the release");
  }

  @Test
  void anUnspentTicketIsOfNoUseInAClosedRound() {
    TestTeam team = TestTeam.withRound(suite, 6);
    String left = team.drawTicket();
    team.submitTimes(4, SHEET);
    team.close();
    assertEquals("round-closed", refused(SHEET.message(left, TestTeam.newKey())).code());
    assertEquals("round-closed", refusedTicket(team).code());
  }

  @Test
  void fromTheDeadlineOnNothingComesIn() {
    TestTeam team =
        TestTeam.create(suite, 1)
            .open(
                new JsonObject()
                    .put("size", 4)
                    .put("deadline", suite.clock.instant().plusSeconds(60).toString()));
    String ticket = team.drawTicket();
    suite.clock.advance(Duration.ofSeconds(60));
    assertEquals("round-closed", refused(SHEET.message(ticket, TestTeam.newKey())).code());
    assertEquals("round-closed", refusedTicket(team).code());
  }

  @Test
  void everyFaultOfASheetHasItsPointer() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    assertFaults(
        ticket,
        body -> {
          body.getJsonObject("answers").remove("P1a");
          body.getJsonObject("answers").put("P1b", 5).put("P2a", -1).put("P2b", "3");
          body.getJsonObject("answers").put("J1a", 1.5).put("J1b", true).put("Z9", 1);
          body.getJsonObject("coverage").put("P1", 0).put("P2", 6).put("G1", 1);
          body.getJsonObject("coverage").remove("P3");
          body.getJsonObject("scenarios").put("S1", "G").put("S2", 1).put("a/b~c", "P");
          body.put(
              "comments",
              new JsonObject()
                  .put("P1", "x".repeat(1001))
                  .put("P2", "bell\u0007")
                  .put("Q", "?")
                  .put("J1", 5));
        },
        "/answers/P1a missing",
        "/answers/P1b out-of-range",
        "/answers/P2a out-of-range",
        "/answers/P2b wrong-type",
        "/answers/J1a wrong-type",
        "/answers/J1b wrong-type",
        "/answers/Z9 unknown",
        "/coverage/P1 out-of-range",
        "/coverage/P2 out-of-range",
        "/coverage/G1 unknown",
        "/coverage/P3 missing",
        "/scenarios/S1 unknown",
        "/scenarios/S2 wrong-type",
        "/scenarios/a~1b~0c unknown",
        "/comments/P1 too-long",
        "/comments/P2 malformed",
        "/comments/Q unknown",
        "/comments/J1 wrong-type");
    assertFaults(
        ticket,
        body -> {
          body.remove("answers");
          body.put("coverage", 3).putNull("scenarios");
          body.put("instrument", new JsonObject().put("id", "other").put("version", 2));
        },
        "/answers missing",
        "/coverage wrong-type",
        "/scenarios missing",
        "/instrument/id unknown",
        "/instrument/version unknown");
    assertEquals(0, pending(team));
    assertTrue(Suite.await(submit(SHEET.message(ticket, TestTeam.newKey()))).size() == 1);
  }

  @Test
  void theProgrammeSideIsAskedOnlyOfTeamsWithSeveralInitiatives() {
    TestTeam several = TestTeam.create(suite, 2).open(new JsonObject().put("size", 4));
    BusFailure refused = refused(SHEET.message(several.drawTicket(), TestTeam.newKey()));
    assertEquals(
        Set.of(
            "/answers/G1a",
            "/answers/G1b",
            "/answers/G2a",
            "/answers/G2b",
            "/coverage/G1",
            "/coverage/G2"),
        refused.faults().stream().map(Fault::pointer).collect(Collectors.toSet()));
    several.submit(TestSheet.healthyProgramme().votes("G"));
  }

  @Test
  void aTicketAndAKeyAreNeeded() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    JsonObject message = SHEET.message(ticket, TestTeam.newKey());
    JsonObject withoutToken = message.copy();
    withoutToken.remove("token");
    assertEquals(401, refused(withoutToken).status());
    assertEquals(404, refused(message.copy().put("token", team.member)).status());
    assertEquals(404, refused(message.copy().put("token", "0".repeat(26))).status());
    JsonObject withoutKey = message.copy();
    withoutKey.remove("idempotencyKey");
    assertEquals(400, refused(withoutKey).status());
    assertEquals(400, refused(message.copy().put("idempotencyKey", "short")).status());
    assertEquals(400, refused(message.copy().put("idempotencyKey", "x".repeat(129))).status());
  }

  private static void assertFaults(String ticket, Consumer<JsonObject> spoil, String... expected) {
    JsonObject body = SHEET.body();
    spoil.accept(body);
    BusFailure refused =
        refused(body.put("token", ticket).put("idempotencyKey", TestTeam.newKey()));
    assertEquals(422, refused.status());
    assertEquals("invalid-values", refused.code());
    List<String> faults =
        refused.faults().stream().map(f -> f.pointer() + " " + f.code()).sorted().toList();
    assertEquals(Stream.of(expected).sorted().toList(), faults);
  }

  private static Future<JsonObject> submit(JsonObject message) {
    return suite.send(AssessmentAddresses.SHEET_SUBMIT, message);
  }

  private static BusFailure refused(JsonObject message) {
    return suite.refused(AssessmentAddresses.SHEET_SUBMIT, message);
  }

  private static BusFailure refusedTicket(TestTeam team) {
    return suite.refused(
        AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", team.member));
  }

  private static Boolean answered(String token) {
    JsonObject participation =
        suite.ask(AssessmentAddresses.PARTICIPATION_GET, new JsonObject().put("token", token));
    assertTrue(participation.containsKey("answered"));
    return participation.getBoolean("answered");
  }

  private static int pending(TestTeam team) {
    return suite.sql("select 1 from pending_sheet where round = '" + team.round + "'").size();
  }
}
