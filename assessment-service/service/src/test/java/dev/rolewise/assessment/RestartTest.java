package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class RestartTest {
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
  void teamsRoundsTicketsSheetsAndReportsAreStillThere() {
    TestTeam finished = TestTeam.withRound(suite, 4);
    finished.submitTimes(4, TestSheet.healthy().side("P", 3, 5));
    finished.close();
    TestTeam open = TestTeam.withRound(suite, 4);
    JsonObject message = TestSheet.healthy().message(open.drawTicket(), TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, message);
    String ticket = open.drawTicket();
    JsonObject report = finished.report("nl");

    suite.stopService();
    assertEquals(503, suite.refused(AssessmentAddresses.TEAM_GET, open.asOrganiser()).status());
    suite.startService();

    assertEquals(report, finished.report("nl"));
    assertEquals("closed", finished.get().getString("state"));
    assertEquals(1, open.get().getJsonObject("turnout").getInteger("n"));
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, message));
    suite.ask(
        AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(ticket, TestTeam.newKey()));
  }

  @Test
  void anOpenedRoundNeedsTheContentServiceForNothing() {
    TestTeam team = TestTeam.withRound(suite, 4);
    suite.stopContent();
    // nothing of the instrument is left in memory either
    suite.stopService();
    suite.startService();
    team.submitTimes(4, TestSheet.healthy().side("J", 3, 5));
    team.close();
    assertEquals("PROJECT", team.report("en").getJsonObject("verdict").getString("code"));
    assertEquals(
        503,
        suite
            .refused(
                AssessmentAddresses.ROUND_OPEN,
                team.asOrganiser().put("instrument", "role-gap-scan").put("size", 4))
            .status());
  }
}
