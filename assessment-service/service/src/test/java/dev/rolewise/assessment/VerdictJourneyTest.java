package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From opening a round to its report, on a real bus and a real database. */
@ExtendWith(PostgresDatabase.class)
class VerdictJourneyTest {
  private static Suite suite;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  /**
   * Six people. P1a is answered 3 3 4 2 4 x, P1b 1 1 0 2 0 0 (recoded 3 3 4 2 4 4): persons' means
   * 3 3 4 2 4 4, struggle 25 x 20/6 = 83.33; coverage 5 5 4 3 5 x: credits 0 0 20 40 0, gap 100 -
   * 60/5 = 88. P2 to P4 are 3 and 1 with coverage 5: struggle 75, gap 100. The project side is 1
   * and 3 with coverage 1: struggle 25, gap 0.
   */
  @Test
  void aTeamOfSixWithAProductGapGetsTheScoresOfTheCalculationByHand() {
    TestTeam team = TestTeam.withRound(suite, 6);
    Integer[][] first = {
      {3, 1, 5}, {3, 1, 5}, {4, 0, 4}, {2, 2, 3}, {4, 0, 5}, {null, 0, null},
    };
    for (Integer[] p1 : first) {
      team.submit(TestSheet.healthy().side("P", 3, 5).area("P1", p1[0], p1[1], p1[2]).votes("P"));
    }
    JsonObject closed = team.close();
    assertEquals("closed", closed.getString("state"));
    assertEquals(1, closed.getJsonArray("releases").size());

    JsonObject report = team.report("en");
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("PRODUCT", verdict.getString("code"));
    assertEquals("R4", verdict.getString("rule"));
    assertEquals("firm", verdict.getString("firmness"));
    assertEquals("high", verdict.getString("confidence"));
    assertEquals("You need a product manager", verdict.getString("title"));
    JsonObject p1 = area(report, "P1");
    assertEquals(25.0 * 20 / 6, p1.getDouble("struggle"), 1e-9);
    assertEquals(88.0, p1.getDouble("gap"), 1e-9);
    assertEquals("VACANT", p1.getString("quadrant"));
    assertEquals(new JsonArray("[0,0,2,4,5]"), p1.getJsonArray("distribution"));
    assertEquals(1, p1.getInteger("dontKnow"));
    assertEquals(new JsonArray("[0,0,1,1,3]"), p1.getJsonArray("coverage"));
    JsonObject product = report.getJsonArray("roles").getJsonObject(0);
    assertEquals((25.0 * 20 / 6 + 3 * 75) / 4, product.getDouble("struggle"), 1e-9);
    assertEquals((88.0 + 300) / 4, product.getDouble("gap"), 1e-9);
    JsonObject project = report.getJsonArray("roles").getJsonObject(1);
    assertEquals(25.0, project.getDouble("struggle"), 1e-9);
    assertEquals("FINE", project.getString("quadrant"));
    assertEquals(2, report.getJsonArray("roles").size());
    assertEquals(6, report.getInteger("n"));
    assertEquals(0, report.getInteger("heldBack"));
  }

  @Test
  void aReportSpeaksTheLanguageThatIsAskedForAndElseTheTeams() {
    TestTeam team = TestTeam.withRound(suite, 4);
    team.submitTimes(4, TestSheet.healthy().side("P", 4, 5).votes("P"));
    team.close();
    assertEquals(
        "nl",
        suite.bytes(AssessmentAddresses.REPORT_GET, team.aboutRound()).headers().get("language"));
    assertEquals("en", team.report("en").getString("locale"));
    assertEquals("en", team.report("xx").getString("locale"));
    JsonObject dutch = team.report("nl");
    assertEquals("Productmanager", dutch.getJsonArray("roles").getJsonObject(0).getString("name"));
    assertFalse(dutch.encode().contains("{" + "role}"));
    assertEquals("Noordzij", dutch.getJsonObject("round").getJsonObject("team").getString("name"));
  }

  @Test
  void aHealthySelfOrganisingTeamNeedsNobody() {
    TestTeam team = TestTeam.withRound(suite, 5);
    team.submitTimes(5, TestSheet.healthy().side("P", 1, 3).side("J", 0, 4));
    team.close();
    JsonObject verdict = team.report("en").getJsonObject("verdict");
    assertEquals("NO_EXTRA_ROLE", verdict.getString("code"));
    assertTrue(verdict.getJsonArray("also").contains("NAME_AN_OWNER"));
    assertEquals(new JsonArray(), verdict.getJsonArray("form"));
  }

  @Test
  void gapsOnAllThreeSidesWithThreeInitiativesGiveBothAndAProgrammeManager() {
    TestTeam team = TestTeam.create(suite, 3, "product-manager");
    team.open(new JsonObject().put("size", 5));
    team.submitTimes(
        5, TestSheet.empty(true).side("P", 4, 5).side("J", 3, 4).side("G", 3, 3).votes("P"));
    team.close();
    JsonObject report = team.report("nl");
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("BOTH_PROGRAMME", verdict.getString("code"));
    assertEquals("R1", verdict.getString("rule"));
    assertEquals("product-manager", verdict.getString("fillFirst"));
    assertTrue(verdict.getJsonArray("also").contains("ROLE_PRESENT"));
    assertTrue(verdict.getJsonArray("also").contains("UNIFORM_STRUGGLE"));
    assertEquals(3, report.getJsonArray("roles").size());
    assertEquals(10, report.getJsonArray("areas").size());
    assertFalse(report.getJsonArray("nextSteps").isEmpty());
  }

  @Test
  void threeAnswersOfEightReleaseNothing() {
    TestTeam team = TestTeam.withRound(suite, 8);
    team.submitTimes(3, TestSheet.healthy().side("P", 4, 5).comment("P1", "canary-comment"));
    JsonObject closed = team.close();
    assertEquals(3, closed.getInteger("heldBack"));
    assertEquals(new JsonArray(), closed.getJsonArray("releases"));
    JsonObject report = team.report("en");
    assertEquals("NOT_ENOUGH_DATA", report.getJsonObject("verdict").getString("code"));
    assertEquals(0, report.getInteger("n"));
    assertEquals(3, report.getInteger("received"));
    assertEquals(3, report.getInteger("heldBack"));
    assertEquals(new JsonArray(), report.getJsonArray("roles"));
    assertEquals(new JsonArray(), report.getJsonArray("areas"));
    assertNull(report.getJsonObject("stability"));
    assertFalse(report.encode().contains("canary"));
    assertEquals(0, suite.sql("select 1 from sheet where round = '" + team.round + "'").size());
  }

  @Test
  void aTeamOfFourWithADontKnowHereAndThereStillGetsAVerdict() {
    TestTeam team = TestTeam.withRound(suite, 4);
    TestSheet gap = TestSheet.healthy().side("P", 3, 5).votes("P");
    team.submitTimes(3, gap);
    team.submit(gap.area("P2", null, 1, null).area("J1", 1, null, 1).area("J3", null, null, null));
    team.close();
    assertEquals("PRODUCT", team.report("en").getJsonObject("verdict").getString("code"));
  }

  @Test
  void aStruggleOfExactly45CountsAsHigh() {
    TestTeam team = TestTeam.withRound(suite, 5);
    // persons' struggle 2 2 2 2 1: 25 x 9/5 = 45, in every product area
    team.submitTimes(4, TestSheet.healthy().side("P", 2, 5));
    team.submit(TestSheet.healthy().side("P", 1, 5));
    team.close();
    JsonObject report = team.report("en");
    assertEquals(45.0, area(report, "P1").getDouble("struggle"));
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
  }

  @Test
  void commentsAppearFromFiveSheetsOnAndNeverBefore() {
    TestTeam four = TestTeam.withRound(suite, 4);
    four.submitTimes(4, TestSheet.healthy().comment("P1", "We ask\nnobody."));
    four.close();
    assertFalse(four.report("en").encode().contains("We ask"));
    assertEquals(0, suite.sql("select 1 from comment where round = '" + four.round + "'").size());

    TestTeam five = TestTeam.withRound(suite, 5);
    five.submitTimes(4, TestSheet.healthy());
    five.submit(TestSheet.healthy().comment("P1", "We ask\nnobody.").comment("J2", " "));
    five.close();
    JsonObject report = five.report("en");
    assertEquals(
        new JsonArray().add("We ask nobody."), area(report, "P1").getJsonArray("comments"));
    assertFalse(area(report, "J2").containsKey("comments"));
  }

  private static JsonObject area(JsonObject report, String id) {
    return report.getJsonArray("areas").stream()
        .map(JsonObject.class::cast)
        .filter(area -> id.equals(area.getString("id")))
        .findFirst()
        .orElseThrow();
  }
}
