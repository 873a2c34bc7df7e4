package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * Brings a service's schema to the version this program needs. Runs with the role that owns the
 * tables and leaves the service's role with rights on rows only. Blocks: never call it from an
 * event loop.
 *
 * @param database where, and both roles
 * @param location class path folder with the versioned SQL files, e.g. {@code db/content}
 */
public record Migrations(DatabaseSettings database, String location) {

  /**
   * Migrates and grants.
   *
   * @return number of migrations that were applied now
   * @throws StartFault in one plain sentence when the database is away, refuses, or is newer
   */
  public int run() {
    return run(MigrationVersion.LATEST);
  }

  /**
   * As {@link #run}, but no further than one version: for data that an older program wrote.
   *
   * @param version of the last migration to apply, e.g. {@code 3}
   */
  public int runUpTo(String version) {
    return run(MigrationVersion.fromVersion(version));
  }

  private int run(MigrationVersion target) {
    DatabaseSettings.Login owner =
        database
            .migration()
            .orElseThrow(
                () ->
                    new StartFault(
                        "Migrating needs the role that owns the tables: set database.migration-user and"
                            + " database.migration-password."));
    PGSimpleDataSource source = source(owner);
    try {
      checkRole(source, owner.user());
      int applied =
          Flyway.configure(getClass().getClassLoader())
              .dataSource(source)
              .locations("classpath:" + location)
              .target(target)
              .schemas(database.schema())
              .defaultSchema(database.schema())
              .createSchemas(true)
              .cleanDisabled(true)
              .validateMigrationNaming(true)
              .failOnMissingLocations(true)
              .load()
              .migrate()
              .migrationsExecuted;
      grant(source);
      return applied;
    } catch (FlywayException | SQLException failed) {
      throw new StartFault(
          "Migrating schema "
              + database.schema()
              + " of "
              + place()
              + " failed: "
              + DatabaseReason.migrating(failed, database));
    }
  }

  /** On tables that are up to date already, a role without rights would seem to do as well. */
  private void checkRole(PGSimpleDataSource source, String user) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname"
                    + " = ?), has_database_privilege(current_database(), 'CREATE'))")) {
      statement.setString(1, database.schema());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        if (!rows.getBoolean(1)) {
          throw new StartFault(
              "The role "
                  + user
                  + " may not migrate schema "
                  + database.schema()
                  + " of "
                  + place()
                  + ": set database.migration-user and database.migration-password to the role that owns"
                  + " its tables, which is never the one that serves.");
        }
      }
    }
  }

  private PGSimpleDataSource source(DatabaseSettings.Login owner) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {database.host()});
    source.setPortNumbers(new int[] {database.port()});
    source.setDatabaseName(database.database());
    source.setUser(owner.user());
    source.setPassword(owner.password().reveal());
    source.setConnectTimeout(5);
    source.setApplicationName("rolewise-migrate-" + database.schema());
    source.setSslMode(database.tls() == DatabaseSettings.Tls.DISABLE ? "disable" : "verify-full");
    // whom Java believes, as the service itself: the driver's own way wants a file in a home folder
    source.setSslfactory(DefaultJavaSSLFactory.class.getName());
    return source;
  }

  private void grant(PGSimpleDataSource source) throws SQLException {
    String schema = quote(database.schema());
    String role = quote(database.user());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
      statement.execute(
          "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO " + role);
      statement.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA " + schema + " TO " + role);
      // the history says which version the schema has; only migrations may write it
      statement.execute(
          "REVOKE INSERT, UPDATE, DELETE ON " + schema + ".flyway_schema_history FROM " + role);
    }
  }

  /** Which database, for messages. */
  String place() {
    return database.database() + " on " + database.host() + ":" + database.port();
  }

  /** Which schema of which database, for messages. */
  String schemaAndPlace() {
    return "Schema " + database.schema() + " of " + place();
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
