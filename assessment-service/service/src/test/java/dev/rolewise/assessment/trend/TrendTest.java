package dev.rolewise.assessment.trend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds of a team beside each other, from real rounds. */
@ExtendWith(PostgresDatabase.class)
class TrendTest {
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
  void aSideThatGotBetterIsAChangeAndOneThatStayedIsNone() {
    TestTeam team = TestTeam.create(suite, 1);
    round(team, 6, 6, TestSheet.healthy().side("P", 3, 5).votes("P"), null);
    round(team, 6, 6, TestSheet.healthy().votes("P"), 0);
    JsonArray items = trend(team, "en");
    assertEquals(2, items.size());
    JsonObject first = items.getJsonObject(0);
    JsonObject second = items.getJsonObject(1);
    assertNull(first.getBoolean("comparable"));
    assertEquals("first", first.getString("turnover"));
    assertEquals(new JsonArray(), first.getJsonArray("changes"));
    assertEquals(true, second.getBoolean("comparable"));
    assertEquals("same", second.getString("turnover"));
    JsonObject product = change(second, "product-manager");
    assertEquals("less", product.getString("direction"));
    // 3 of 4 on every item became 1 of 4
    assertEquals(-50.0, product.getDouble("points"), 1e-9);
    assertEquals(first.getJsonObject("round").getString("id"), product.getString("since"));
    assertEquals("none", change(second, "project-manager").getString("direction"));
    assertEquals(0.0, change(second, "project-manager").getDouble("points"), 1e-9);
  }

  @Test
  void eachRoundSaysWhatItsReportSays() {
    TestTeam team = TestTeam.create(suite, 1);
    round(team, 8, 6, TestSheet.healthy().side("P", 3, 5).votes("P"), null);
    JsonObject report = team.report("en");
    JsonObject only = trend(team, "en").getJsonObject(0);
    assertEquals(report.getInteger("n"), only.getInteger("n"));
    assertEquals(8, only.getInteger("size"));
    assertEquals(
        report.getJsonObject("verdict").getString("title"),
        only.getJsonObject("verdict").getString("title"));
    JsonArray roles = report.getJsonArray("roles");
    assertEquals(2, roles.size());
    for (int i = 0; i < roles.size(); i++) {
      for (String field :
          List.of("id", "side", "name", "struggle", "gap", "quadrant", "interval")) {
        assertEquals(
            roles.getJsonObject(i).getValue(field),
            only.getJsonArray("roles").getJsonObject(i).getValue(field),
            field);
      }
    }
    assertEquals(8, only.getJsonArray("areas").size());
    for (int i = 0; i < 8; i++) {
      JsonObject area = only.getJsonArray("areas").getJsonObject(i);
      assertEquals(
          area.getString("id").startsWith("P") ? "product" : "project", area.getString("side"));
    }
    assertFalse(only.encode().contains("distribution"), "scores, no answers");
  }

  @Test
  void theLanguageIsTheOneAskedForElseTheTeams() {
    TestTeam team = TestTeam.create(suite, 1);
    round(team, 6, 6, TestSheet.healthy(), null);
    String dutch = title(trend(team, null));
    assertEquals(dutch, title(trend(team, "nl")));
    assertFalse(dutch.equals(title(trend(team, "en"))));
  }

  @Test
  void openRoundsAreAbsentAndEmptyOnesAreNot() {
    TestTeam team = TestTeam.create(suite, 1);
    round(team, 6, 5, TestSheet.healthy(), null);
    round(team, 6, 0, TestSheet.healthy(), 0);
    round(team, 6, 3, TestSheet.healthy(), 0);
    round(team, 6, 5, TestSheet.healthy(), 1);
    team.open(new JsonObject().put("size", 6));
    team.submitTimes(5, TestSheet.healthy().side("P", 4, 5));
    JsonArray items = trend(team, "en");
    assertEquals(4, items.size());
    for (int empty : List.of(1, 2)) {
      JsonObject round = items.getJsonObject(empty);
      assertEquals(0, round.getInteger("n"));
      assertEquals(new JsonArray(), round.getJsonArray("roles"));
      assertEquals("NOT_ENOUGH_DATA", round.getJsonObject("verdict").getString("code"));
      assertNull(round.getBoolean("comparable"));
    }
    assertEquals(3, items.getJsonObject(2).getInteger("received"));
    JsonObject last = items.getJsonObject(3);
    assertEquals("some", last.getString("turnover"));
    assertEquals(
        items.getJsonObject(0).getJsonObject("round").getString("id"),
        change(last, "product-manager").getString("since"));
  }

  @Test
  void aRoundWithTheProgrammeSideIsComparedWhereItCanBe() {
    TestTeam team = TestTeam.create(suite, 1);
    round(team, 6, 6, TestSheet.healthy(), null);
    suite.ask(
        AssessmentAddresses.TEAM_UPDATE,
        team.asOrganiser().put("context", new JsonObject().put("initiatives", 3)));
    round(team, 6, 6, TestSheet.healthyProgramme(), 0);
    JsonObject second = trend(team, "en").getJsonObject(1);
    assertEquals(false, second.getBoolean("comparable"), "the questionnaires differ");
    assertEquals(3, second.getJsonArray("roles").size());
    assertEquals(2, second.getJsonArray("changes").size(), "what both asked is compared");
  }

  private static void round(
      TestTeam team, int size, int answers, TestSheet sheet, Integer newcomers) {
    team.open(new JsonObject().put("size", size).put("newcomers", newcomers));
    team.submitTimes(answers, sheet);
    team.close();
  }

  private static String title(JsonArray items) {
    return items.getJsonObject(0).getJsonObject("verdict").getString("title");
  }

  private static JsonObject change(JsonObject round, String role) {
    return round.getJsonArray("changes").stream()
        .map(JsonObject.class::cast)
        .filter(change -> role.equals(change.getString("role")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonArray trend(TestTeam team, String locale) {
    return suite
        .document(AssessmentAddresses.TREND_GET, team.asOrganiser().put("locale", locale))
        .getJsonArray("items");
  }
}
