package dev.rolewise.assessment.team;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class TeamLifecycleTest {
  private static final List<String> TABLES =
      List.of(
          "team", "round", "capability", "ticket", "pending_sheet", "sheet", "comment", "report");
  private Suite suite;

  @BeforeEach
  void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void deletingATeamRemovesEveryRowAndDeletingARoundEveryRowOfTheRound() {
    suite.sql("delete from team");
    TestTeam team = TestTeam.withRound(suite, 6);
    team.submitTimes(5, TestSheet.healthy().comment("P1", "words"));
    team.close();
    team.open(new JsonObject().put("size", 4).put("entry", "tickets"));
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT,
        TestSheet.healthy().message(team.tickets.get(0), TestTeam.newKey()));
    TABLES.forEach(table -> assertTrue(suite.count(table) > 0, table));

    suite.ask(AssessmentAddresses.ROUND_DELETE, team.aboutRound());
    assertEquals(0, suite.count("pending_sheet"));
    assertEquals(1, suite.count("round"));
    assertEquals(5, suite.count("sheet"));
    assertEquals("deleted", suite.hints.get(suite.hints.size() - 1).getString("state"));

    suite.ask(AssessmentAddresses.TEAM_DELETE, team.asOrganiser());
    TABLES.forEach(table -> assertEquals(0, suite.count(table), table));
    assertEquals(404, suite.refused(AssessmentAddresses.TEAM_GET, team.asOrganiser()).status());
    assertEquals(
        404,
        suite
            .refused(
                AssessmentAddresses.ORGANISER_RECOVER,
                new JsonObject().put("code", team.recoveryCode))
            .status());
  }

  @Test
  void aTeamChangesFieldByField() {
    TestTeam team = TestTeam.create(suite, 3, "product-manager");
    JsonObject renamed =
        suite.ask(
            AssessmentAddresses.TEAM_UPDATE,
            team.asOrganiser()
                .put("name", "  Zuidzij ")
                .put("context", new JsonObject().put("goal", "Een portaal\nvoor iedereen")));
    assertEquals("Zuidzij", renamed.getString("name"));
    JsonObject context = renamed.getJsonObject("context");
    assertEquals("Een portaal voor iedereen", context.getString("goal"));
    assertEquals(3, context.getInteger("initiatives"));
    assertEquals(new JsonArray().add("product-manager"), context.getJsonArray("rolesPresent"));
    JsonObject cleared =
        suite.ask(
            AssessmentAddresses.TEAM_UPDATE,
            team.asOrganiser()
                .put("locale", "en")
                .put(
                    "context",
                    new JsonObject().putNull("goal").put("rolesPresent", new JsonArray())));
    assertEquals("en", cleared.getString("locale"));
    assertEquals(null, cleared.getJsonObject("context").getString("goal"));
    assertEquals(new JsonArray(), cleared.getJsonObject("context").getJsonArray("rolesPresent"));
    assertEquals(cleared, suite.ask(AssessmentAddresses.TEAM_GET, team.asOrganiser()));
  }

  @Test
  void wrongValuesAreNamedOneByOne() {
    BusFailure refused =
        suite.refused(
            AssessmentAddresses.TEAM_CREATE,
            new JsonObject()
                .put("name", "x\u0000")
                .put("locale", "french")
                .put(
                    "context",
                    new JsonObject()
                        .put("goal", "g".repeat(301))
                        .put("initiatives", "3")
                        .put(
                            "rolesPresent",
                            new JsonArray().add("project-manager").add("The boss").add(3))));
    assertEquals(
        List.of(
            "/name malformed",
            "/locale unknown",
            "/context/goal too-long",
            "/context/initiatives wrong-type",
            "/context/rolesPresent/1 unknown",
            "/context/rolesPresent/2 wrong-type"),
        refused.faults().stream().map(f -> f.pointer() + " " + f.code()).toList());
  }

  @Test
  void whatTheContentDoesNotHaveIsNamedToo() {
    JsonObject wanted =
        new JsonObject()
            .put("name", "Noordzij")
            .put("locale", "fr")
            .put(
                "context",
                new JsonObject()
                    .put("rolesPresent", new JsonArray().add("project-manager").add("ceo")));
    List<String> unknown = List.of("/locale unknown", "/context/rolesPresent/1 unknown");
    BusFailure created = suite.refused(AssessmentAddresses.TEAM_CREATE, wanted);
    assertEquals(
        unknown, created.faults().stream().map(f -> f.pointer() + " " + f.code()).toList());
    TestTeam team = TestTeam.create(suite, 1);
    BusFailure updated =
        suite.refused(AssessmentAddresses.TEAM_UPDATE, team.asOrganiser().mergeIn(wanted));
    assertEquals(
        unknown, updated.faults().stream().map(f -> f.pointer() + " " + f.code()).toList());
    // who names neither needs no content, and who does is told to come back
    suite.stopContent();
    TestTeam.create(suite, 1);
    assertEquals(503, suite.refused(AssessmentAddresses.TEAM_CREATE, wanted).status());
  }
}
