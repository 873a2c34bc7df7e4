package dev.rolewise.assessment.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.instrument.PinnedInstruments;
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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class RetentionTest {
  /** They belong to no team, and end by themselves. */
  /** What stays when a round goes. */
  private static final Set<String> OF_THE_TEAM =
      Set.of("team", "capability", "team_owner", "action");

  private static final Set<String> OF_PEOPLE_WHO_SIGN_IN =
      Set.of("identity", "session", "login_attempt");

  private static final Duration TWELVE_MONTHS = Duration.ofDays(365);

  private Suite suite;
  private Scorer scorer;

  @BeforeEach
  void start(TestDatabase database) {
    suite = Suite.start(database);
    scorer = Scorer.start(suite.vertx());
    suite.sql("delete from team");
  }

  @AfterEach
  void stop() {
    Suite.await(scorer.close());
    suite.close();
  }

  @Test
  void aClosedRoundGoesAfterTwelveMonthsWithEverythingInIt() {
    TestTeam team = full();
    suite.clock.advance(TWELVE_MONTHS);
    Suite.await(job(12).run());
    assertEquals("closed", team.get().getString("state"));
    suite.clock.advance(Duration.ofDays(1));
    assertEquals(1, Suite.await(job(12).run()));
    suite.awaitHint(
        hint ->
            hint.getString("round").equals(team.round)
                && hint.getString("state").equals("deleted"));
    for (String table : tables()) {
      if (!OF_THE_TEAM.contains(table)) {
        assertEquals(0, suite.count(table), table);
      }
    }
    assertEquals(0, suite.count("capability where kind = 'member'"));
  }

  @Test
  void nothingGoesWhereEverythingIsToBeKept() {
    TestTeam team = full();
    suite.clock.advance(TWELVE_MONTHS.multipliedBy(5));
    assertEquals(0, Suite.await(job(0).run()));
    assertEquals("closed", team.get().getString("state"));
    assertEquals(0, suite.count("share"), "links that have expired go all the same");
  }

  @Test
  void aForgottenOpenRoundIsClosedFirstAndGoesAsLongAfterwards() {
    TestTeam team = TestTeam.withRound(suite, 4);
    team.submitTimes(4, TestSheet.healthy());
    suite.clock.advance(TWELVE_MONTHS.plusDays(2));
    assertEquals(0, Suite.await(job(12).run()));
    assertEquals("closed", team.get().getString("state"));
    assertEquals(4, team.report("en").getInteger("n"));
    suite.clock.advance(TWELVE_MONTHS.plusDays(2));
    assertEquals(1, Suite.await(job(12).run()));
    assertEquals(0, suite.count("round"));
  }

  @Test
  void aTeamWithoutRoundsGoesWhenNobodyTouchedItForThatLong() {
    TestTeam.create(suite, 1);
    suite.clock.advance(TWELVE_MONTHS.minusDays(30));
    Suite.await(job(12).run());
    assertEquals(1, suite.count("team"));
    suite.clock.advance(Duration.ofDays(60));
    Suite.await(job(12).run());
    assertEquals(0, suite.count("team"));
    assertEquals(0, suite.count("capability"));
  }

  @Test
  void whoDeletesARoundOrATeamLeavesNoRowInAnyTable() {
    TestTeam first = full();
    suite.ask(AssessmentAddresses.ROUND_DELETE, first.aboutRound());
    for (String table : tables()) {
      boolean ofTheTeam = OF_THE_TEAM.contains(table);
      assertEquals(ofTheTeam ? 1 : 0, Math.min(1, suite.count(table)), table);
    }
    TestTeam second = full();
    for (TestTeam team : List.of(first, second)) {
      suite.ask(AssessmentAddresses.TEAM_DELETE, team.asOrganiser());
    }
    for (String table : tables()) {
      assertEquals(0, suite.count(table), table);
    }
  }

  /** A round with a row in every table there is: closed, and sheets held back. */
  private TestTeam full() {
    TestTeam team =
        TestTeam.create(suite, 1)
            .open(new JsonObject().put("size", 12).put("live", "batches").put("k", 4));
    team.submitTimes(6, TestSheet.healthy().comment("P1", "said"));
    team.close();
    suite.ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound());
    suite.ask(
        AssessmentAddresses.ACTION_CREATE, team.asOrganiser().put("text", "ask three customers"));
    suite.sql(
        "insert into pending_sheet select round, answers, coverage, votes from sheet"
            + " where round = '%s' limit 1".formatted(team.round));
    suite.sql(
        "with somebody as (insert into identity (id, fingerprint) values (gen_random_uuid(),"
            + " sha256(gen_random_uuid()::text::bytea)) returning id, fingerprint), owner as"
            + " (insert into team_owner (team, identity) select r.team, s.id from round r,"
            + " somebody s where r.id = '%s') insert into drawn (round, mark) select r.id,"
                .formatted(team.round)
            + " s.fingerprint from round r, somebody s where r.id = '%s'".formatted(team.round));
    for (String table : tables()) {
      assertTrue(suite.count(table) > 0, table + " is not covered by this test");
    }
    return team;
  }

  private List<String> tables() {
    return suite
        .sql(
            "select table_name::text as name from information_schema.tables where table_schema ="
                + " 'assessment' and table_name <> 'flyway_schema_history' order by 1")
        .stream()
        .map(row -> row.getString("name"))
        .filter(table -> !OF_PEOPLE_WHO_SIGN_IN.contains(table))
        .toList();
  }

  private RetentionJob job(int months) {
    TurnoutHints hints = new TurnoutHints(BusClient.create(suite.vertx()));
    RoundClosing closing =
        new RoundClosing(suite.pool(), new PinnedInstruments(), scorer, hints, suite.clock);
    return new RetentionJob(suite.pool(), closing, hints, months, suite.clock);
  }
}
