package dev.rolewise.assessment.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

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
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class DeadlineTest {
  private static final long LOCK = 0x726f6c6577697365L;
  private static final String FORGET_IT = "drop function if exists upon_closing() cascade";
  private TestDatabase database;
  private Suite suite;
  private Scorer scorer;
  private DeadlineJob job;

  @BeforeEach
  void start(TestDatabase fresh) {
    database = fresh;
    suite = Suite.start(database);
    scorer = Scorer.start(suite.vertx());
    TurnoutHints hints = new TurnoutHints(BusClient.create(suite.vertx()));
    PinnedInstruments pinned = new PinnedInstruments();
    RoundClosing closing = new RoundClosing(suite.pool(), pinned, scorer, hints, suite.clock);
    LiveRelease releases = new LiveRelease(suite.pool(), pinned, scorer, hints);
    job = new DeadlineJob(suite.pool(), closing, releases, suite.clock);
  }

  @AfterEach
  void stop() throws SQLException {
    Suite.await(scorer.close());
    suite.close();
    administrate(FORGET_IT);
  }

  @Test
  void aRoundIsClosedAtItsDeadlineAndNotBefore() {
    TestTeam team = withDeadline();
    team.submitTimes(4, TestSheet.healthy());
    suite.clock.advance(Duration.ofMinutes(59));
    assertEquals(0, Suite.await(job.run()));
    assertEquals("open", team.get().getString("state"));
    suite.clock.advance(Duration.ofMinutes(1));
    assertEquals(1, Suite.await(job.run()));
    assertEquals("closed", team.get().getString("state"));
    assertEquals("NO_EXTRA_ROLE", team.report("en").getJsonObject("verdict").getString("code"));
    assertEquals(0, Suite.await(job.run()));
  }

  @Test
  void whileAnotherProcessHoldsTheLockNothingIsClosedHere() {
    TestTeam team = withDeadline();
    suite.clock.advance(Duration.ofHours(2));
    SqlConnection other = Suite.await(suite.pool().getConnection());
    Suite.await(other.preparedQuery("select pg_advisory_lock($1)").execute(Tuple.of(LOCK)));
    assertEquals(0, Suite.await(job.run()));
    assertEquals("open", team.get().getString("state"));
    Suite.await(other.preparedQuery("select pg_advisory_unlock($1)").execute(Tuple.of(LOCK)));
    Suite.await(other.close());
    assertEquals(1, Suite.await(job.run()));
  }

  @Test
  void howManyRoundsThereAreToCloseTheLockIsNeverLeftIdle() throws SQLException {
    uponClosing(
        "insert into assessment.asked select new.id, a.state_change"
            + " from pg_locks l join pg_stat_activity a using (pid)"
            + " where l.locktype = 'advisory' and l.granted and a.datname = current_database()");
    for (int round = 0; round < 3; round++) {
      withDeadline();
    }
    suite.clock.advance(Duration.ofHours(2));
    assertEquals(3, Suite.await(job.run()));
    List<Row> asked = suite.sql("select count(*), count(distinct at) from asked");
    assertEquals(3, asked.get(0).getInteger(0));
    assertEquals(3, asked.get(0).getInteger(1), "asked for something between two rounds");
  }

  @Test
  void whoLosesTheLockLeavesTheRestToWhoeverHoldsItNow() throws SQLException {
    uponClosing(
        "perform pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a using (pid)"
            + " where l.locktype = 'advisory' and l.granted and a.datname = current_database()");
    TestTeam first = withDeadline();
    TestTeam second = withDeadline();
    suite.clock.advance(Duration.ofHours(2));
    Throwable lost = Suite.await(job.run().<Throwable>mapEmpty().recover(Future::succeededFuture));
    assertNotNull(lost, "went on without the lock");
    assertEquals(
        List.of("closed", "open"),
        Stream.of(first, second).map(team -> team.get().getString("state")).sorted().toList());
    administrate(FORGET_IT);
    assertEquals(1, Suite.await(job.run()), "the next run closes what was left");
  }

  @Test
  void aRoundReopenedTheDayBeforeItsDeadlineClosesInTheRunThatForgetsItsReplays() {
    TestTeam team = withDeadline();
    team.submitTimes(4, TestSheet.healthy());
    team.close();
    suite.sql(
        "update round set state = 'open', closed_on = null, deadline = replay_until where id = '%s'"
            .formatted(team.round));
    suite.clock.advance(Duration.ofHours(25));
    assertEquals(1, Suite.await(job.run()));
  }

  @Test
  void aRoundThatCannotBeClosedKeepsNoOtherOpen() {
    TestTeam broken = withDeadline();
    TestTeam sound = withDeadline();
    int next = broken.get().getJsonObject("turnout").getInteger("version") + 1;
    suite.sql(
        "insert into report values ('%s', %d, 'x', 0, '{}', '{}')".formatted(broken.round, next));
    suite.clock.advance(Duration.ofHours(2));
    assertEquals(1, Suite.await(job.run()));
    assertEquals("open", broken.get().getString("state"));
    assertEquals("closed", sound.get().getString("state"));
  }

  @Test
  void aDayAfterTheReleaseReplaysAreForgotten() {
    TestTeam team = withDeadline();
    JsonObject message = TestSheet.healthy().message(team.drawTicket(), TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, message);
    team.submitTimes(3, TestSheet.healthy());
    team.close();
    suite.clock.advance(Duration.ofHours(24).minusSeconds(1));
    Suite.await(job.run());
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, message));
    suite.clock.advance(Duration.ofSeconds(1));
    Suite.await(job.run());
    assertEquals("ticket-spent", suite.refused(AssessmentAddresses.SHEET_SUBMIT, message).code());
    assertEquals(
        0,
        suite
            .sql(
                "select 1 from ticket where round = '%s' and (key_digest is not null"
                        .formatted(team.round)
                    + " or body_digest is not null or receipt is not null)")
            .size());
  }

  @Test
  void whatIsForgottenStaysForgottenWhenTheClockGoesBack() {
    TestTeam team = withDeadline();
    JsonObject message = TestSheet.healthy().message(team.drawTicket(), TestTeam.newKey());
    JsonObject receipt = suite.ask(AssessmentAddresses.SHEET_SUBMIT, message);
    team.submitTimes(3, TestSheet.healthy());
    team.close();
    suite.clock.advance(Duration.ofHours(-5));
    Suite.await(job.run());
    assertEquals(receipt, suite.ask(AssessmentAddresses.SHEET_SUBMIT, message));
    assertEquals("closed", team.get().getString("state"));
    suite.clock.advance(Duration.ofHours(40));
    Suite.await(job.run());
    suite.clock.advance(Duration.ofHours(-40));
    Suite.await(job.run());
    assertEquals("ticket-spent", suite.refused(AssessmentAddresses.SHEET_SUBMIT, message).code());
  }

  @Test
  void aLiveReleaseThatWasMissedIsMadeUpFor() {
    TestTeam team =
        TestTeam.create(suite, 1).open(new JsonObject().put("size", 8).put("live", "batches"));
    team.submitTimes(2, TestSheet.healthy());
    // two sheets that came in while the process that should have released them died
    suite.sql(
        "insert into pending_sheet select p.* from pending_sheet p where p.round = '%s'"
            .formatted(team.round));
    suite.sql("update round set received = 4 where id = '%s'".formatted(team.round));
    Suite.await(job.run());
    assertEquals(4, team.report("en").getInteger("n"));
  }

  /** Lets the database itself do something whenever a round closes. */
  private void uponClosing(String statement) throws SQLException {
    administrate(
        """
          drop table if exists assessment.asked;
          create table assessment.asked (round uuid, at timestamptz);
          grant select on assessment.asked to public;
          create or replace function upon_closing() returns trigger security definer language plpgsql as
            $$ begin %s; return null; end $$;
          create or replace trigger upon_closing after update on assessment.round for each row
            when (old.state = 'open' and new.state = 'closed') execute function upon_closing()"""
            .formatted(statement));
  }

  private void administrate(String statements) throws SQLException {
    try (Connection administrator = database.server().administrate(database.name());
        Statement sql = administrator.createStatement()) {
      sql.execute(statements);
    }
  }

  private TestTeam withDeadline() {
    return TestTeam.create(suite, 1)
        .open(
            new JsonObject()
                .put("size", 4)
                .put("deadline", suite.clock.instant().plus(Duration.ofHours(1)).toString()));
  }
}
