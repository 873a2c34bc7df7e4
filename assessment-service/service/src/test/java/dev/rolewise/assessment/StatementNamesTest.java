package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.StatementSources;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever looks at the database sees which statement runs, and no more than that. That every
 * statement a test runs has a name of its own is claimed whenever a {@link Suite} closes.
 */
@ExtendWith(PostgresDatabase.class)
class StatementNamesTest {

  @Test
  void everyStatementInTheSourcesBeginsWithANameOfItsOwn() throws Exception {
    Set<String> names = StatementSources.names(Path.of("src/main/java"), Set.of("SELECT"));
    assertTrue(names.stream().allMatch(name -> name.startsWith("assessment.")), names.toString());
  }

  @Test
  void theDatabaseShowsTheNameOfTheStatementThatWaits(TestDatabase database) {
    try (Suite suite = Suite.start(database)) {
      TestTeam team = TestTeam.create(suite, 1);
      SqlConnection outside = Suite.await(suite.pool().getConnection());
      Suite.await(outside.query("begin; lock table team in exclusive mode").execute());
      Future<JsonObject> waiting =
          suite.send(
              AssessmentAddresses.TEAM_UPDATE, team.asOrganiser().put("name", "another name"));
      String shown = awaitWaiting(suite);
      Suite.await(outside.query("rollback").execute().compose(done -> outside.close()));
      Suite.await(waiting);
      assertTrue(shown.startsWith("/* assessment.team_"), shown);
      assertTrue(
          !shown.contains("another name") && !shown.contains(team.asOrganiser().getString("token")),
          shown);
    }
  }

  @Test
  void aJourneyRunsNamedStatementsOnly(TestDatabase database) {
    try (Suite suite = Suite.start(database)) {
      TestTeam.create(suite, 1);
      Set<String> names = suite.statements();
      assertTrue(names.contains("assessment.team_insert"), names.toString());
      assertEquals(
          // the runtime asks for the schema's version
          Set.of("assessment", "runtime"),
          names.stream()
              .map(name -> name.substring(0, name.indexOf('.')))
              .collect(Collectors.toSet()));
    }
  }

  /** Asked from a third connection: within a transaction the view stays as it was at first. */
  private static String awaitWaiting(Suite suite) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      List<Row> rows =
          suite.sql(
              "select query from pg_stat_activity where wait_event_type = 'Lock'"
                  + " and usename = current_user and datname = current_database()");
      if (!rows.isEmpty()) {
        return rows.get(0).getString(0);
      }
    }
    throw new AssertionError("no statement waited");
  }
}
