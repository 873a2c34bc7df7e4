package dev.rolewise.assessment.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSession;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class SessionTest {
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
  void anUnusedSessionEndsAfterItsIdleTime() {
    TestSession session = TestSession.of(suite, "idle");
    suite.clock.advance(Duration.ofMinutes(20));
    session.get();
    suite.clock.advance(Duration.ofMinutes(20));
    session.get();
    suite.clock.advance(Duration.ofMinutes(30));
    assertEnded(session);
  }

  @Test
  void aSessionInUseEndsAfterItsAbsoluteTimeAllTheSame() {
    TestSession session = TestSession.of(suite, "absolute");
    Instant began = suite.clock.instant();
    Instant ends = Instant.parse(session.get().getString("ends"));
    assertTrue(ends.isAfter(began.plus(Duration.ofMinutes(714))), ends.toString());
    assertFalse(ends.isAfter(began.plus(Duration.ofMinutes(720))), ends.toString());
    for (int i = 0; i < 35; i++) {
      suite.clock.advance(Duration.ofMinutes(20));
      session.get();
    }
    suite.clock.advance(Duration.ofMinutes(20));
    assertEnded(session);
  }

  @Test
  void aClockThatIsSetBackGivesNobodyMoreThanAnnounced() {
    TestSession session = TestSession.of(suite, "clock");
    String ends = session.get().getString("ends");
    suite.clock.advance(Duration.ofMinutes(-60));
    assertEquals(ends, session.get().getString("ends"));
    suite.clock.advance(Duration.ofMinutes(60));
    session.get();
    suite.clock.advance(Duration.ofMinutes(31));
    assertEnded(session);
  }

  @Test
  void signingInAgainMakesAnotherSecretAndEndsTheOneBefore() {
    TestSession before = TestSession.of(suite, "again");
    TestSession after = TestSession.replacing(suite, "again", before.secret);
    assertNotEquals(before.secret, after.secret);
    assertEnded(before);
    after.get();
  }

  @Test
  void aSessionThatWasSignedOutIsWorthNothingToWhoeverCopiedIt() {
    TestSession session = TestSession.of(suite, "stolen");
    String team = session.createTeam("Noordzij");
    String organiser = session.organiser(team);
    session.end();
    session.end();
    assertEnded(session);
    assertEquals(404, refusal(AssessmentAddresses.TEAM_GET, token(organiser)));
    assertEquals(
        401, refusal(AssessmentAddresses.TEAM_CREATE, session.message().put("name", "Other")));
    assertEquals(
        401, refusal(AssessmentAddresses.SESSION_ORGANISER, session.message().put("team", team)));
  }

  @Test
  void twoIdentitiesSeeTheirOwnTeamsOnly() {
    TestSession a = TestSession.of(suite, "A");
    TestSession b = TestSession.of(suite, "B");
    String team = a.createTeam("Of A");
    String other = b.createTeam("Of B");
    assertEquals(List.of("Of A"), names(a));
    assertEquals(List.of("Of B"), names(b));
    for (String foreign :
        List.of(team, "00000000-0000-4000-8000-000000000000", "x", team.toUpperCase())) {
      assertEquals(
          404,
          refusal(AssessmentAddresses.SESSION_ORGANISER, b.message().put("team", foreign)),
          foreign);
    }
    assertEquals(404, refusal(AssessmentAddresses.SESSION_ORGANISER, b.message()));
    JsonObject seen = suite.ask(AssessmentAddresses.TEAM_GET, token(b.organiser(other)));
    assertEquals(other, seen.getString("id"));
    assertEquals(List.of("Of A"), names(TestSession.of(suite, "A")));
  }

  @Test
  void aTokenOfASessionEndsWithItAndKeepsItAliveWhileInUse() {
    TestSession session = TestSession.of(suite, "worker");
    String team = session.createTeam("Noordzij");
    String organiser = session.organiser(team);
    suite.clock.advance(Duration.ofMinutes(20));
    suite.ask(AssessmentAddresses.TEAM_GET, token(organiser));
    suite.clock.advance(Duration.ofMinutes(20));
    suite.ask(AssessmentAddresses.TEAM_GET, token(organiser));
    suite.clock.advance(Duration.ofMinutes(31));
    assertEquals(404, refusal(AssessmentAddresses.TEAM_GET, token(organiser)));
    assertEnded(session);
  }

  @Test
  void everyTabHasATokenOfItsOwnUntilThereAreTooMany() {
    TestSession session = TestSession.of(suite, "tabs");
    String team = session.createTeam("Noordzij");
    List<String> tabs = IntStream.range(0, 8).mapToObj(tab -> session.organiser(team)).toList();
    tabs.forEach(tab -> suite.ask(AssessmentAddresses.TEAM_GET, token(tab)));
    String another = session.organiser(team);
    tabs.forEach(tab -> assertEquals(404, refusal(AssessmentAddresses.TEAM_GET, token(tab))));
    suite.ask(AssessmentAddresses.TEAM_GET, token(another));
  }

  @Test
  void aNewTokenForTheTeamEndsThoseOfSessionsToo() {
    TestSession session = TestSession.of(suite, "rotate");
    String team = session.createTeam("Noordzij");
    String organiser = session.organiser(team);
    suite.ask(AssessmentAddresses.ORGANISER_ROTATE, token(organiser));
    assertEquals(404, refusal(AssessmentAddresses.TEAM_GET, token(organiser)));
    suite.ask(AssessmentAddresses.TEAM_GET, token(session.organiser(team)));
  }

  @Test
  void anAttemptIsTakenOnceInTimeAndWithItsOwnState() {
    JsonObject begun = begin();
    assertEquals("/x", suite.ask(AssessmentAddresses.SESSION_TAKE, begun).getString("returnTo"));
    assertEquals(404, refusal(AssessmentAddresses.SESSION_TAKE, begun));

    JsonObject wrong = begin();
    String state = wrong.getString("state");
    assertEquals(
        404,
        refusal(
            AssessmentAddresses.SESSION_TAKE,
            wrong.copy().put("state", begin().getString("state"))));
    assertEquals(404, refusal(AssessmentAddresses.SESSION_TAKE, wrong.put("state", state)));

    JsonObject late = begin();
    suite.clock.advance(Duration.ofMinutes(10));
    assertEquals(404, refusal(AssessmentAddresses.SESSION_TAKE, late));
  }

  @Test
  void noSecretIsStored() {
    TestSession session = TestSession.of(suite, "at rest");
    session.createTeam("Noordzij");
    JsonObject begun = begin();
    for (String table : List.of("session", "identity", "login_attempt", "capability")) {
      suite
          .sql("select t::text as line from " + table + " t")
          .forEach(
              row -> {
                String line = row.getString("line");
                assertFalse(line.contains(session.secret), table);
                assertFalse(line.contains(begun.getString("attempt")), table);
                assertFalse(line.contains(begun.getString("state")), table);
                assertFalse(line.contains("at rest"), table);
              });
    }
  }

  @Test
  void whatHasEndedIsClearedAwayAndWhatIsOwnedStays() {
    TestSession owner = TestSession.of(suite, "owner that stays");
    owner.createTeam("Noordzij");
    TestSession.of(suite, "somebody who goes");
    begin();
    suite.clock.advance(Duration.ofHours(13));
    Suite.await(suite.pool().withTransaction(t -> SessionCleaning.run(t, suite.clock.instant())));
    assertEquals(0, suite.sql("select 1 from session").size());
    assertEquals(0, suite.sql("select 1 from login_attempt").size());
    assertEquals(
        0,
        suite
            .sql("select 1 from identity where id not in (select identity from team_owner)")
            .size());
    assertEquals(List.of("Noordzij"), names(TestSession.of(suite, "owner that stays")));
  }

  private static JsonObject begin() {
    return suite.ask(AssessmentAddresses.SESSION_BEGIN, new JsonObject().put("returnTo", "/x"));
  }

  private static List<String> names(TestSession session) {
    return session.get().getJsonArray("teams").stream()
        .map(team -> ((JsonObject) team).getString("name"))
        .toList();
  }

  private static void assertEnded(TestSession session) {
    assertEquals(
        "sign-in-needed", suite.refused(AssessmentAddresses.SESSION_GET, session.message()).code());
  }

  private static int refusal(String address, JsonObject message) {
    return suite.refused(address, message).status();
  }

  private static JsonObject token(String token) {
    return new JsonObject().put("token", token);
  }
}
