package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A schema that this program cannot use is told in one line with what, where and what to do. */
@ExtendWith(PostgresDatabase.class)
class SchemaCheckTest {

  private static final String PROGRAM = "db/example";
  private static final String NEXT_PROGRAM = "db/example-next";

  private Vertx vertx;
  private Pool pool;
  private DatabaseSettings settings;
  private String where;

  /** Each test has a schema of its own. */
  @BeforeEach
  void open(TestDatabase database, TestInfo test) {
    String schema = "s" + Math.abs(test.getDisplayName().hashCode());
    vertx = Vertx.vertx();
    settings = database.settings(schema);
    pool = PostgresPool.create(vertx, settings);
    where = "Schema " + schema + " of " + database.name() + " on 127.0.0.1:" + settings.port();
  }

  @AfterEach
  void close() throws Exception {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void aSchemaThatWasNeverMigrated() {
    assertEquals(where + " has not been made yet: run migrate of this program.", fault(PROGRAM));
  }

  @Test
  void aSchemaThatFits() throws Exception {
    new Migrations(settings, PROGRAM).run();
    get(check(PROGRAM));
  }

  @Test
  void aSchemaOfAnOlderProgram() {
    new Migrations(settings, PROGRAM).run();
    assertEquals(
        where
            + " is at version 1, older than the version 2 that this program needs: run migrate of"
            + " this program.",
        fault(NEXT_PROGRAM));
  }

  @Test
  void aSchemaOfTheNextReleaseIsUsedWhileProgramsAreReplaced() throws Exception {
    new Migrations(settings, NEXT_PROGRAM).run();
    get(check(PROGRAM));
    pretend("2.1", true);
    get(check(PROGRAM));
  }

  @Test
  void aSchemaOfAMuchNewerProgram() throws Exception {
    new Migrations(settings, NEXT_PROGRAM).run();
    pretend("3", true);
    assertEquals(
        where
            + " is at version 3, newer than this program, which knows version 1, can use: run the"
            + " program that belongs to it.",
        fault(PROGRAM));
  }

  @Test
  void aMigrationThatBrokeOff() throws Exception {
    new Migrations(settings, PROGRAM).run();
    pretend("2", false);
    assertEquals(
        where
            + " was left in the middle of migration 2: run migrate once more, or restore the data"
            + " from before.",
        fault(PROGRAM));
  }

  @Test
  void aSchemaThatIsClosedToTheRoleAsAWholeOrInPart() throws Exception {
    Migrations migrations = new Migrations(settings, PROGRAM);
    migrations.run();
    String line =
        where
            + " is closed to the role "
            + settings.user()
            + ", as a whole or in part: set database.user to the role of this service, or run migrate"
            + " of this program with "
            + settings.user()
            + " as database.user, which gives it its rights.";
    for (String taken :
        List.of(
            "USAGE ON SCHEMA " + settings.schema(),
            "SELECT ON ALL TABLES IN SCHEMA " + settings.schema(),
            "DELETE ON " + settings.schema() + ".note")) {
      asOwner("REVOKE " + taken + " FROM " + settings.user());
      assertEquals(line, fault(PROGRAM), taken);
      migrations.run();
      get(check(PROGRAM));
    }
  }

  /** The next release's, or what an operator keeps beside it. */
  @Test
  void tablesThatThisProgramDoesNotKnowAreNoneOfItsBusiness() throws Exception {
    new Migrations(settings, PROGRAM).run();
    String aside = settings.schema() + ".aside";
    asOwner("CREATE TABLE " + aside + " (about text)");
    asOwner("REVOKE ALL ON " + aside + " FROM " + settings.user());
    get(check(PROGRAM));
  }

  @Test
  void theRoleThatServesMigratesNothing() {
    Migrations owner = new Migrations(settings, PROGRAM);
    Migrations wrong =
        new Migrations(
            migratingAs(new DatabaseSettings.Login(settings.user(), settings.password())), PROGRAM);
    String line =
        "The role "
            + settings.user()
            + " may not migrate schema "
            + settings.schema()
            + " of "
            + settings.database()
            + " on 127.0.0.1:"
            + settings.port()
            + ": set database.migration-user and database.migration-password to the role that owns its"
            + " tables, which is never the one that serves.";
    assertEquals(line, assertThrows(StartFault.class, wrong::run).getMessage());
    owner.run();
    assertEquals(line, assertThrows(StartFault.class, wrong::run).getMessage());
  }

  @Test
  void aDatabaseThatLetsNobodyIn() throws Exception {
    new Migrations(settings, PROGRAM).run();
    DatabaseSettings wrong =
        new DatabaseSettings(
            settings.host(),
            1,
            settings.database(),
            settings.schema(),
            settings.user(),
            settings.password(),
            settings.tls(),
            1,
            settings.statementTimeout(),
            settings.connectionTimeout(),
            settings.migration());
    // pools of one schema are shared within a Vert.x, whatever their settings
    Vertx elsewhere = Vertx.vertx();
    Pool away = PostgresPool.create(elsewhere, wrong);
    String line = fault(new SchemaCheck(away, new Migrations(wrong, PROGRAM)).ask());
    String start =
        "The database "
            + settings.database()
            + " on 127.0.0.1:1 cannot be used by "
            + settings.user()
            + " now: ";
    assertEquals(start, line.substring(0, start.length()));
    assertFalse(line.contains("\n"), line);
    get(elsewhere.close());
  }

  private DatabaseSettings migratingAs(DatabaseSettings.Login role) {
    return new DatabaseSettings(
        settings.host(),
        settings.port(),
        settings.database(),
        settings.schema(),
        settings.user(),
        settings.password(),
        settings.tls(),
        settings.poolSize(),
        settings.statementTimeout(),
        settings.connectionTimeout(),
        Optional.of(role));
  }

  private Future<Void> check(String program) {
    return new SchemaCheck(pool, new Migrations(settings, program)).ask();
  }

  private String fault(String program) {
    return fault(check(program));
  }

  private static String fault(Future<Void> asked) {
    Throwable cause = assertThrows(ExecutionException.class, () -> get(asked)).getCause();
    return assertInstanceOf(StartFault.class, cause).getMessage();
  }

  /** Another program's migration, as Flyway would have noted it. */
  private void pretend(String version, boolean success) throws Exception {
    asOwner(
        "INSERT INTO "
            + settings.schema()
            + ".flyway_schema_history SELECT max(installed_rank) + 1, '"
            + version
            + "', 'pretended', 'SQL', 'x.sql', 1, 'test', now(), 1, "
            + success
            + " FROM "
            + settings.schema()
            + ".flyway_schema_history");
  }

  private void asOwner(String sql) throws Exception {
    DatabaseSettings.Login owner = settings.migration().orElseThrow();
    String url = "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + settings.database();
    try (Connection connection =
            DriverManager.getConnection(url, owner.user(), owner.password().reveal());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
