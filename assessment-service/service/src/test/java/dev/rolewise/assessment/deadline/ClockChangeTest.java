package dev.rolewise.assessment.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.release.LiveRelease;
import dev.rolewise.assessment.release.RoundClosing;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server whose clock is set right by hours, in either direction, while a round is open. */
@ExtendWith(PostgresDatabase.class)
class ClockChangeTest {
  private static final Duration CHANGE = Duration.ofHours(30);

  private Suite suite;
  private Scorer scorer;
  private DeadlineJob job;

  @BeforeEach
  void start(TestDatabase database) {
    suite = Suite.start(database);
    scorer = Scorer.start(suite.vertx());
    TurnoutHints hints = new TurnoutHints(BusClient.create(suite.vertx()));
    PinnedInstruments pinned = new PinnedInstruments();
    RoundClosing closing = new RoundClosing(suite.pool(), pinned, scorer, hints, suite.clock);
    LiveRelease releases = new LiveRelease(suite.pool(), pinned, scorer, hints);
    job = new DeadlineJob(suite.pool(), closing, releases, suite.clock);
  }

  @AfterEach
  void stop() {
    Suite.await(scorer.close());
    suite.close();
  }

  @Test
  void aClockSetBackNeitherReopensNorReleasesAgain() {
    TestTeam team = due(Duration.ofHours(1));
    JsonObject last = TestSheet.healthy().message(team.drawTicket(), TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, last);
    team.submitTimes(4, TestSheet.healthy());
    String late = team.drawTicket();
    suite.clock.advance(Duration.ofHours(1));
    assertEquals(1, Suite.await(job.run()));
    JsonObject report = team.report("en");

    suite.clock.advance(CHANGE.negated());
    assertEquals(0, Suite.await(job.run()));
    assertEquals("closed", team.get().getString("state"));
    JsonObject sheet = TestSheet.healthy().message(late, TestTeam.newKey());
    assertEquals("round-closed", suite.refused(AssessmentAddresses.SHEET_SUBMIT, sheet).code());
    assertEquals(report, team.report("en"));
    // the window of replays gets longer by as much; it never ends early and never begins anew
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, last));
    suite.clock.advance(CHANGE.plus(Duration.ofHours(24)));
    Suite.await(job.run());
    assertEquals("ticket-spent", suite.refused(AssessmentAddresses.SHEET_SUBMIT, last).code());
    assertEquals(5, suite.sql("select 1 from sheet where round = '" + team.round + "'").size());
  }

  @Test
  void aClockSetForwardClosesAndAClockSetBackAgainChangesNothing() {
    TestTeam team = due(Duration.ofHours(1));
    team.submitTimes(4, TestSheet.healthy());
    JsonObject early = TestSheet.healthy().message(team.drawTicket(), TestTeam.newKey());
    suite.clock.advance(CHANGE);
    assertEquals("round-closed", suite.refused(AssessmentAddresses.SHEET_SUBMIT, early).code());
    assertEquals(1, Suite.await(job.run()));
    suite.clock.advance(CHANGE.negated());
    assertEquals(0, Suite.await(job.run()));
    assertEquals("closed", team.get().getString("state"));
    assertEquals("round-closed", suite.refused(AssessmentAddresses.SHEET_SUBMIT, early).code());
  }

  @Test
  void aClockSetForwardAndBackBeforeAnybodyLooksLosesNothing() {
    TestTeam team = due(Duration.ofHours(1));
    suite.clock.advance(CHANGE);
    suite.clock.advance(CHANGE.negated());
    assertEquals(0, Suite.await(job.run()));
    team.submitTimes(5, TestSheet.healthy());
    suite.clock.advance(Duration.ofHours(1));
    assertEquals(1, Suite.await(job.run()));
    assertEquals(5, team.report("en").getInteger("n"));
  }

  @Test
  void aClockSetForwardForgetsReplaysAndKeepsTicketsSpent() {
    TestTeam team = due(Duration.ofDays(9));
    JsonObject message = TestSheet.healthy().message(team.drawTicket(), TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, message);
    suite.clock.advance(CHANGE);
    Suite.await(job.run());
    // nothing is released yet, so the window has not begun, whatever the clock says
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, message));
    team.submitTimes(4, TestSheet.healthy());
    team.close();
    suite.clock.advance(CHANGE);
    Suite.await(job.run());
    suite.clock.advance(CHANGE.multipliedBy(2).negated());
    assertEquals("ticket-spent", suite.refused(AssessmentAddresses.SHEET_SUBMIT, message).code());
  }

  private TestTeam due(Duration time) {
    return TestTeam.create(suite, 1)
        .open(
            new JsonObject()
                .put("size", 6)
                .put("deadline", suite.clock.instant().plus(time).toString()));
  }
}
