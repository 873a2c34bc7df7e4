package dev.rolewise.assessment.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rounds that are closed, opened again for what was held back, and closed again. */
@ExtendWith(PostgresDatabase.class)
class OpenedAgainTest {
  private static Suite suite;
  private static Scorer scorer;
  private static LiveRelease again;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
    scorer = Scorer.start(suite.vertx());
    TurnoutHints hints = new TurnoutHints(BusClient.create(suite.vertx()));
    again = new LiveRelease(suite.pool(), new PinnedInstruments(), scorer, hints);
  }

  @AfterAll
  static void stop() {
    Suite.await(scorer.close());
    suite.close();
  }

  @Test
  void whatTwoPeopleKnowIsInNoReportAndNoBundle() {
    Ends one = closedAgain(1);
    Ends other = closedAgain(5);
    assertEquals(one, other);
    assertEquals(8, one.second().getInteger("n"));
    assertEquals(2, one.first().getInteger("heldBack"));
    JsonObject stability = one.second().getJsonObject("stability");
    assertTrue(stability.getJsonObject("leaveOnePersonOut").containsKey("flips"));
    assertNull(stability.getJsonObject("leaveOnePersonOut").getBoolean("flips"));
    assertNull(stability.getJsonObject("missingAnswers").getBoolean("couldFlip"));
    assertEquals(true, stability.getJsonObject("wording").getBoolean("same"));
    assertEquals("leaning", one.second().getJsonObject("verdict").getString("firmness"));
    JsonObject stored = one.bundle().getJsonObject("sums").getJsonObject("stored");
    assertTrue(stored.containsKey("onePersonLessFlips"));
    assertNull(stored.getBoolean("onePersonLessFlips"));
  }

  /** What the two closes showed. */
  private record Ends(JsonObject first, JsonObject second, JsonObject bundle) {}

  private Ends closedAgain(int coverage) {
    TestTeam team =
        TestTeam.create(suite, 1)
            .open(new JsonObject().put("size", 9).put("k", 4).put("live", "batches"));
    TestSheet knows = TestSheet.healthy().area("P1", 1, 3, coverage);
    TestSheet unknown = TestSheet.healthy().area("P1", 1, 3, null);
    drip(team, 3, unknown);
    drip(team, 1, knows);
    drip(team, 2, unknown);
    team.close();
    JsonObject first = withoutRound(team.report("en"));
    suite.ask(AssessmentAddresses.ROUND_REOPEN, team.aboutRound());
    drip(team, 1, knows);
    drip(team, 1, unknown);
    team.close();
    return new Ends(
        first,
        withoutRound(team.report("en")),
        suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound()));
  }

  private static JsonObject withoutRound(JsonObject report) {
    report.remove("round");
    return report;
  }

  private static void drip(TestTeam team, int sheets, TestSheet sheet) {
    for (int i = 0; i < sheets; i++) {
      team.submit(sheet);
      Suite.await(again.ifDue(UUID.fromString(team.round)));
    }
  }
}
