package dev.rolewise.assessment.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.AssessmentSettings;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that is there but does not get round to anything: somebody else holds the tables. */
@ExtendWith(PostgresDatabase.class)
class BusyDatabaseTest {
  private static final Duration STATEMENT = Duration.ofMillis(1_200);
  private static final Duration CONNECTION = Duration.ofMillis(600);
  private static final int CONNECTIONS = 2;
  private static final int WAITING = 64 * CONNECTIONS;
  private static final int REQUESTS = 240;

  private DatabaseSettings settings;
  private Suite suite;
  private TestTeam team;

  @BeforeEach
  void start(TestDatabase database) {
    DatabaseSettings roomy = database.settings(AssessmentSettings.SCHEMA);
    settings =
        new DatabaseSettings(
            roomy.host(),
            roomy.port(),
            roomy.database(),
            roomy.schema(),
            roomy.user(),
            roomy.password(),
            roomy.tls(),
            CONNECTIONS,
            STATEMENT,
            CONNECTION,
            roomy.migration());
    suite = Suite.start(settings);
    // the first connections of a cold program may take longer than later ones may
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (outcome(suite.pool().query("select 1").execute()) != null) {
      assertTrue(System.nanoTime() < end, "no connection");
    }
    team = TestTeam.create(suite, 1);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void aStatementThatTakesTooLongIsEndedAndAnswered503() throws Exception {
    try (Connection holder = holdAllTables()) {
      long begin = System.nanoTime();
      BusFailure refused = suite.refused(AssessmentAddresses.TEAM_GET, team.asOrganiser());
      assertEquals(503, refused.status());
      assertEquals("unavailable", refused.code());
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      assertTrue(millis >= STATEMENT.toMillis() - 100, "ended after " + millis + " ms");
    }
    suite.ask(AssessmentAddresses.TEAM_GET, team.asOrganiser());
  }

  @Test
  void whenEveryConnectionIsTakenRequestsWaitAMomentAndOnlySoManyOfThem() throws Exception {
    List<Future<Long>> answers = new ArrayList<>();
    try (Connection holder = holdAllTables()) {
      for (int request = 0; request < REQUESTS; request++) {
        long begin = System.nanoTime();
        answers.add(
            suite
                .send(AssessmentAddresses.TEAM_GET, team.asOrganiser())
                .transform(
                    result -> {
                      assertEquals(
                          503, assertInstanceOf(BusFailure.class, result.cause()).status());
                      return Future.succeededFuture(
                          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
                    }));
      }
      Suite.await(Future.join(answers));
    }
    List<Long> millis = answers.stream().map(Future::result).sorted().toList();
    long atOnce = millis.stream().filter(it -> it < CONNECTION.toMillis()).count();
    System.out.printf(
        "%d requests, %d connections, all taken: %d refused at once, the others after %d to %d ms%n",
        REQUESTS, CONNECTIONS, atOnce, millis.get((int) atOnce), millis.get(REQUESTS - 1));
    assertTrue(
        atOnce >= REQUESTS - WAITING - CONNECTIONS, atOnce + " found the queue full: " + millis);
    assertTrue(millis.get(REQUESTS - 1) < 3_000, millis.toString());
    JsonObject fine = suite.ask(AssessmentAddresses.TEAM_GET, team.asOrganiser());
    assertEquals("Noordzij", fine.getString("name"));
  }

  /** Until the connection is closed. */
  private Connection holdAllTables() throws SQLException {
    DatabaseSettings.Login owner = settings.migration().orElseThrow();
    Connection holder =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + settings.database(),
            owner.user(),
            owner.password().reveal());
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute(
          "lock table assessment.capability, assessment.team, assessment.round"
              + " in access exclusive mode");
    }
    return holder;
  }

  /** Null when it went well. */
  private static Throwable outcome(Future<?> future) {
    return Suite.await(future.map((Throwable) null).otherwise(it -> it));
  }
}
