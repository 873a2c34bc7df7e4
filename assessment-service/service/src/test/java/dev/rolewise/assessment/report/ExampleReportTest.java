package dev.rolewise.assessment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.PackFiles;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class ExampleReportTest {
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
  void anInventedTeamOfSevenMissesAProductManagerAndDiffersAboutAFewThings() {
    JsonObject report = get("en").body().toJsonObject();
    assertTrue(report.getBoolean("example"));
    assertEquals("Aurora", report.getJsonObject("round").getJsonObject("team").getString("name"));
    assertEquals(7, report.getInteger("n"));
    assertEquals(
        PackFiles.roleGapScan().hash(), report.getJsonObject("instrument").getString("hash"));
    JsonObject verdict = report.getJsonObject("verdict");
    assertEquals("PRODUCT", verdict.getString("code"));
    assertEquals("firm", verdict.getString("firmness"));
    assertEquals("high", verdict.getString("confidence"));
    assertEquals(new JsonArray().add("NAME_AN_OWNER"), verdict.getJsonArray("also"));
    JsonArray areas = report.getJsonArray("areas");
    assertEquals(8, areas.size());
    long split = areas.stream().filter(area -> ((JsonObject) area).getBoolean("split")).count();
    assertTrue(split >= 1 && split <= 3, "split areas: " + split);
    assertTrue(report.encode().contains("Ask three of us"));
  }

  @Test
  void eachLanguageHasItsOwnWordsAndTheSameNumbers() {
    BusDocument english = get("en");
    BusDocument dutch = get("nl");
    assertEquals("nl", dutch.headers().get("language"));
    assertNotEquals(english.headers().get("etag"), dutch.headers().get("etag"));
    assertEquals(dutch.body(), get("nl").body());
    JsonObject a = english.body().toJsonObject();
    JsonObject b = dutch.body().toJsonObject();
    assertEquals("Poollicht", b.getJsonObject("round").getJsonObject("team").getString("name"));
    assertEquals(a.getJsonObject("stability"), b.getJsonObject("stability"));
    for (int i = 0; i < a.getJsonArray("areas").size(); i++) {
      JsonObject left = a.getJsonArray("areas").getJsonObject(i);
      JsonObject right = b.getJsonArray("areas").getJsonObject(i);
      assertEquals(left.getDouble("struggle"), right.getDouble("struggle"));
      assertNotEquals(left.getString("question"), right.getString("question"));
    }
    assertFalse(b.encode().matches(".*\\{[a-z]+}.*"));
  }

  @Test
  void itIsKeptUntilSomethingNewIsPublished() {
    get("en");
    suite.stopContent();
    get("nl");
    suite.vertx().eventBus().publish(ContentAddress.PUBLISHED, new JsonObject());
    // each instance hears the hint before the request: both come from this thread
    assertEquals(
        503,
        suite
            .failure(suite.documentLater(AssessmentAddresses.EXAMPLE_REPORT_GET, new JsonObject()))
            .status());
  }

  private BusDocument get(String locale) {
    return suite.bytes(
        AssessmentAddresses.EXAMPLE_REPORT_GET, new JsonObject().put("locale", locale));
  }
}
