package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import dev.rolewise.runtime.upgrade.NextRelease;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The next release's migrations run under this program while it serves, and this program comes back
 * to what they made: as it is during an upgrade, and after an upgrade that was taken back.
 */
@ExtendWith(PostgresDatabase.class)
class RolledBackTest {
  private DatabaseSettings database;
  private Suite suite;

  @BeforeEach
  void start(TestDatabase test) {
    database = test.settings(AssessmentSettings.SCHEMA);
    suite = Suite.start(database);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void aRoundGoesOnWhereItWas() {
    TestTeam team = TestTeam.withRound(suite, 6);
    team.submitTimes(2, TestSheet.healthy().side("P", 3, 5));
    String before = team.drawTicket();
    new NextRelease(database).expand();
    JsonObject sheet = TestSheet.healthy().side("P", 3, 5).message(before, TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, sheet);
    team.submitTimes(1, TestSheet.healthy().side("P", 3, 5));

    suite.stopService();
    suite.startService();

    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, sheet));
    team.submitTimes(2, TestSheet.healthy().side("P", 3, 5));
    team.close();
    JsonObject report = team.report("en");
    assertEquals(6, report.getInteger("n"));
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
    TestTeam other = TestTeam.withRound(suite, 4);
    other.submitTimes(4, TestSheet.healthy());
    other.close();
    assertEquals(4, other.report("nl").getInteger("n"));
    assertEquals(0, new Migrations(database, "db/assessment").run(), "nothing to migrate back");
  }
}
