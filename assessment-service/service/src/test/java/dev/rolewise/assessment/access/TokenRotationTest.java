package dev.rolewise.assessment.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class TokenRotationTest {
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
  void rotatedTokensDieAtOnce() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    String member =
        suite
            .ask(AssessmentAddresses.MEMBER_ROTATE, team.aboutRound())
            .getJsonObject("member")
            .getString("token");
    JsonObject old = new JsonObject().put("token", team.member);
    assertEquals("404 not-found []", outcome(AssessmentAddresses.TICKET_DRAW, old));
    suite.ask(AssessmentAddresses.TICKET_DRAW, new JsonObject().put("token", member));
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(ticket, TestTeam.newKey()));

    String second =
        suite
            .ask(AssessmentAddresses.ORGANISER_ROTATE, team.asOrganiser())
            .getJsonObject("organiser")
            .getString("token");
    assertEquals("404 not-found []", outcome(AssessmentAddresses.TEAM_GET, team.asOrganiser()));
    String third =
        suite
            .ask(
                AssessmentAddresses.ORGANISER_RECOVER,
                new JsonObject().put("code", team.recoveryCode.toLowerCase(Locale.ROOT)))
            .getJsonObject("organiser")
            .getString("token");
    assertEquals(
        "404 not-found []",
        outcome(AssessmentAddresses.TEAM_GET, new JsonObject().put("token", second)));
    suite.ask(AssessmentAddresses.TEAM_GET, new JsonObject().put("token", third));
    assertEquals(
        "404 not-found []",
        outcome(AssessmentAddresses.ORGANISER_RECOVER, new JsonObject().put("code", third)));
  }

  @Test
  void parallelRotationsLeaveOneLivingToken() {
    TestTeam team = TestTeam.create(suite, 1);
    List<Future<JsonObject>> rotations = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      rotations.add(
          suite.send(
              AssessmentAddresses.ORGANISER_RECOVER,
              new JsonObject().put("code", team.recoveryCode)));
    }
    Suite.await(Future.all(rotations));
    long alive =
        rotations.stream()
            .map(rotation -> rotation.result().getJsonObject("organiser").getString("token"))
            .filter(
                token ->
                    !outcome(AssessmentAddresses.TEAM_GET, new JsonObject().put("token", token))
                        .startsWith("404"))
            .count();
    assertEquals(1, alive);
  }

  @Test
  void noSecretIsStored() {
    TestTeam team = TestTeam.withRound(suite, 4);
    String ticket = team.drawTicket();
    String receipt = team.submit(TestSheet.healthy());
    String link =
        suite
            .ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound())
            .getJsonObject("report")
            .getString("token");
    StringBuilder everything = new StringBuilder();
    for (String table :
        List.of("team", "round", "capability", "ticket", "share", "pending_sheet")) {
      suite
          .sql("select to_json(t)::text as row from " + table + " t")
          .forEach(row -> everything.append(row.getString("row")));
    }
    for (String secret : List.of(team.organiser, team.member, team.recoveryCode, ticket, link)) {
      assertEquals(-1, everything.indexOf(secret));
    }
    assertTrue(everything.indexOf(receipt) >= 0, "the test looks in the right place");
  }

  private static String outcome(String address, JsonObject message) {
    Throwable failure =
        Suite.await(suite.send(address, message).map((Throwable) null).otherwise(it -> it));
    return failure instanceof BusFailure refusal
        ? refusal.status() + " " + refusal.code() + " " + refusal.faults()
        : "200";
  }
}
