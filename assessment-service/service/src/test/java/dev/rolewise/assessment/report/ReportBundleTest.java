package dev.rolewise.assessment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.bundle.BundleReader;
import dev.rolewise.assessment.bundle.ReportBundle;
import dev.rolewise.assessment.bundle.ReportDifference;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.scoring.BundleEngine;
import dev.rolewise.assessment.scoring.Engines;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.json.CanonicalJson;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A closed round hands out numbers that give its report again. */
@ExtendWith(PostgresDatabase.class)
class ReportBundleTest {
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
  void theNumbersGiveTheReport() {
    recomputes(bundle(closedTeam()));
  }

  @Test
  void nothingReleasedIsAlsoABundle() {
    TestTeam team = TestTeam.withRound(suite, 8);
    team.submitTimes(3, TestSheet.healthy().side("P", 4, 5));
    team.close();
    JsonObject bundle = bundle(team);
    recomputes(bundle);
    assertEquals(0, bundle.getJsonObject("sums").getJsonArray("areas").size());
  }

  @Test
  void aReportFromBeforeBundlesWereStoredGetsOneFromItsSheets() {
    TestTeam team = closedTeam();
    JsonObject stored = bundle(team);
    forget(team, "bundle = null");
    assertEquals(CanonicalJson.sha256(stored), CanonicalJson.sha256(bundle(team)));
  }

  @Test
  void rulesOfAnotherVersionAreNotPassedOffAsTheReportsOwn() {
    TestTeam team = closedTeam();
    forget(team, "bundle = null, engine = 'role-gap/0'");
    assertEquals(
        404,
        suite
            .failure(suite.documentLater(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound()))
            .status());
  }

  private static void forget(TestTeam team, String what) {
    suite.sql("update report set " + what + " where round = '" + team.round + "'");
  }

  private static TestTeam closedTeam() {
    TestTeam team = TestTeam.withRound(suite, 7);
    TestSheet gap = TestSheet.healthy().side("P", 3, 5).votes("P");
    team.submitTimes(5, gap);
    team.submit(gap.area("P2", null, 1, null).area("J1", 1, null, 1).area("J3", null, null, null));
    team.close();
    return team;
  }

  private static JsonObject bundle(TestTeam team) {
    return suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, team.aboutRound());
  }

  private static void recomputes(JsonObject document) {
    assertTrue(BundleReader.hashBelongs(document));
    ReportBundle bundle = BundleReader.read(document);
    BundleEngine engine = Engines.of(bundle.engine(), bundle.instrument()).orElseThrow();
    assertEquals(List.of(), engine.contradictions(bundle.facts(), bundle.sums()));
    JsonObject again = ScanReportJson.of(engine.report(bundle.facts(), bundle.sums()));
    assertEquals(List.of(), ReportDifference.between(bundle.report(), again));
    assertFalse(document.encode().contains("Noordzij"), "no name of a team in a bundle");
  }
}
