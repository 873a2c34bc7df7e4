package dev.rolewise.assessment.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.PackFiles;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class RoundLimitsTest {
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
  void aRoundHasTheAgreedDefaults() {
    TestTeam team = TestTeam.create(suite, 2);
    team.open(new JsonObject().put("size", 4));
    JsonObject round = team.get();
    assertEquals("open", round.getString("state"));
    assertEquals(4, round.getInteger("k"));
    assertEquals("open", round.getString("entry"));
    assertEquals("turnout", round.getString("live"));
    assertEquals("after-close", round.getString("memberResults"));
    assertEquals(2, round.getInteger("initiatives"));
    assertEquals("2026-11-23", round.getString("openedOn"));
    assertEquals(
        PackFiles.roleGapScan().hash(), round.getJsonObject("instrument").getString("hash"));
    assertEquals(
        new JsonObject("{\"n\":0,\"size\":4,\"version\":1}"), round.getJsonObject("turnout"));
    assertFalse(round.encode().contains("structure"));
  }

  @Test
  void valuesOutsideTheLimitsAreNamed() {
    TestTeam team = TestTeam.create(suite, 1);
    assertFaults(team, new JsonObject().put("size", 3), "/size out-of-range");
    assertFaults(team, new JsonObject().put("size", 501), "/size out-of-range");
    assertFaults(team, new JsonObject(), "/size missing");
    assertFaults(team, new JsonObject().put("size", "6"), "/size wrong-type");
    assertFaults(team, new JsonObject().put("size", 6).put("k", 2), "/k out-of-range");
    assertFaults(team, new JsonObject().put("size", 6).put("k", 7), "/k out-of-range");
    assertFaults(team, new JsonObject().put("size", 6).put("live", "batches"), "/live not-allowed");
    assertFaults(team, new JsonObject().put("size", 6).put("live", "all"), "/live unknown");
    assertFaults(team, new JsonObject().put("size", 6).put("entry", "x"), "/entry unknown");
    assertFaults(
        team, new JsonObject().put("size", 6).put("memberResults", ""), "/memberResults unknown");
    assertFaults(
        team, new JsonObject().put("size", 6).put("newcomers", 7), "/newcomers out-of-range");
    assertFaults(
        team, new JsonObject().put("size", 6).put("deadline", "tomorrow"), "/deadline malformed");
    assertFaults(
        team,
        new JsonObject().put("size", 6).put("deadline", suite.clock.instant().toString()),
        "/deadline out-of-range");
    for (String noSuchYear :
        List.of(
            "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00")) {
      assertFaults(
          team, new JsonObject().put("size", 6).put("deadline", noSuchYear), "/deadline malformed");
    }
    assertFaults(
        team, new JsonObject().put("size", 6).put("instrument", "mood"), "/instrument unknown");
    assertEquals(
        new JsonArray(),
        suite.ask(AssessmentAddresses.ROUND_LIST, team.asOrganiser()).getJsonArray("items"));
  }

  @Test
  void sizeAndDeadlineChangeWhileOpenAndNothingElse() {
    TestTeam team = TestTeam.withRound(suite, 6);
    team.submitTimes(5, TestSheet.healthy());
    assertEquals("/size out-of-range", fault(team, new JsonObject().put("size", 4)));
    assertEquals("/size out-of-range", fault(team, new JsonObject().put("size", 501)));
    for (String fixed : List.of("k", "live", "entry", "instrument", "initiatives")) {
      assertEquals("/" + fixed + " not-allowed", fault(team, new JsonObject().put(fixed, 3)));
    }
    assertEquals(
        "/deadline malformed",
        fault(team, new JsonObject().put("deadline", "+999999999-12-31T23:59:59Z")));
    String deadline = suite.clock.instant().plusSeconds(3600).toString();
    JsonObject changed = update(team, new JsonObject().put("size", 5).put("deadline", deadline));
    assertEquals(5, changed.getInteger("size"));
    assertEquals(deadline, changed.getString("deadline"));
    assertEquals(deadline, update(team, new JsonObject().put("size", 6)).getString("deadline"));
    assertNull(update(team, new JsonObject().putNull("deadline")).getString("deadline"));
    int version = team.get().getJsonObject("turnout").getInteger("version");
    assertEquals(9, version, "one for opening, five sheets, three changes");
    team.close();
    assertEquals(
        "round-closed",
        suite.refused(AssessmentAddresses.ROUND_UPDATE, team.aboutRound().put("size", 7)).code());
  }

  @Test
  void withTicketsHandedOutNobodyDrawsAndMorePeopleMeanMoreTickets() {
    TestTeam team =
        TestTeam.create(suite, 1).open(new JsonObject().put("size", 4).put("entry", "tickets"));
    assertEquals(4, new HashSet<>(team.tickets).size());
    team.tickets.forEach(ticket -> assertTrue(ticket.matches("[0-9A-HJKMNP-TV-Z]{26}"), ticket));
    assertEquals(
        404,
        suite
            .refused(AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", team.member))
            .status());
    assertFalse(team.get().containsKey("tickets"));
    JsonObject larger = update(team, new JsonObject().put("size", 6));
    assertEquals(2, larger.getJsonArray("tickets").size());
    assertFalse(update(team, new JsonObject().put("size", 5)).containsKey("tickets"));
    JsonObject participation =
        suite.ask(
            AssessmentAddresses.PARTICIPATION_GET,
            new JsonObject().put("token", hyphenated(larger.getJsonArray("tickets").getString(1))));
    assertEquals("tickets", participation.getString("entry"));
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT,
        TestSheet.healthy()
            .message(hyphenated(larger.getJsonArray("tickets").getString(1)), TestTeam.newKey()));
  }

  @Test
  void membersSeeThePromiseAndNoCount() {
    TestTeam team = TestTeam.create(suite, 1).open(new JsonObject().put("size", 8).put("k", 5));
    team.submitTimes(2, TestSheet.healthy());
    JsonObject participation =
        suite.ask(
            AssessmentAddresses.PARTICIPATION_GET, new JsonObject().put("token", team.member));
    assertEquals(team.round, participation.getString("round"));
    assertNull(participation.getJsonObject("turnout"));
    assertEquals(5, participation.getInteger("k"));
    assertEquals("nl", participation.getString("locale"));
    assertEquals("Noordzij", participation.getJsonObject("team").getString("name"));
    assertTrue(participation.getJsonArray("promise").encode().contains("minder dan 5"));
    assertFalse(participation.encode().contains("\"n\":"));
    JsonObject english =
        suite.ask(
            AssessmentAddresses.PARTICIPATION_GET,
            new JsonObject().put("token", team.member).put("locale", "en"));
    assertTrue(english.getJsonArray("promise").encode().contains("fewer than 5"));
  }

  @Test
  void theInitiativesOfAnOpenRoundStayWhatTheyWere() {
    TestTeam team = TestTeam.create(suite, 2).open(new JsonObject().put("size", 4));
    suite.ask(
        AssessmentAddresses.TEAM_UPDATE,
        team.asOrganiser().put("context", new JsonObject().put("initiatives", 1)));
    assertEquals(2, team.get().getInteger("initiatives"));
    team.submit(TestSheet.healthyProgramme());
  }

  @Test
  void roundsAreListedInTheOrderInWhichTheyWereOpened() {
    TestTeam team = TestTeam.create(suite, 1);
    List<String> opened =
        List.of(4, 5, 6).stream()
            .map(size -> team.open(new JsonObject().put("size", size)).round)
            .toList();
    List<String> listed =
        suite.ask(AssessmentAddresses.ROUND_LIST, team.asOrganiser()).getJsonArray("items").stream()
            .map(round -> ((JsonObject) round).getString("id"))
            .toList();
    assertEquals(opened, listed);
  }

  private static String hyphenated(String ticket) {
    return ticket.substring(0, 6) + "-" + ticket.substring(6).toLowerCase(Locale.ROOT);
  }

  private static JsonObject update(TestTeam team, JsonObject change) {
    return suite.ask(AssessmentAddresses.ROUND_UPDATE, team.aboutRound().mergeIn(change));
  }

  private static String fault(TestTeam team, JsonObject change) {
    BusFailure refused =
        suite.refused(AssessmentAddresses.ROUND_UPDATE, team.aboutRound().mergeIn(change));
    return refused.faults().get(0).pointer() + " " + refused.faults().get(0).code();
  }

  private static void assertFaults(TestTeam team, JsonObject details, String expected) {
    JsonObject message = team.asOrganiser().put("instrument", "role-gap-scan").mergeIn(details);
    BusFailure refused = suite.refused(AssessmentAddresses.ROUND_OPEN, message);
    assertEquals(422, refused.status(), expected);
    assertEquals(
        List.of(expected),
        refused.faults().stream().map(f -> f.pointer() + " " + f.code()).toList());
  }
}
