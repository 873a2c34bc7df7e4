package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Whether the database can be used by this program: it answers, lets us in, and its schema is the
 * one this program was written for. The schema of the next release will do as well, since an
 * upgrade migrates first and replaces programs then; migrations of one release share the number
 * before the dot ({@code V5}, {@code V5.1}).
 */
public final class SchemaCheck {

  private static final String UNDEFINED_TABLE = "42P01";

  private final Pool pool;
  private final Migrations migrations;
  private final SortedSet<MigrationVersion> known;
  private volatile double version;

  /** Reads which migrations this program brings; the class path has at least one. */
  public SchemaCheck(Pool pool, Migrations migrations) {
    this.pool = pool;
    this.migrations = migrations;
    this.known = MigrationFiles.versions(migrations.location());
  }

  /**
   * Asks the database.
   *
   * @return fails with {@link StartFault} in one plain sentence
   */
  public Future<Void> ask() {
    return judge()
        .compose(
            fault ->
                fault.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(new StartFault(fault.get())));
  }

  /** What is wrong with the schema, if anything; fails as {@link #ask} when it cannot be seen. */
  Future<Optional<String>> judge() {
    return pool.query(
            "/* runtime.schema_version */ SELECT version, success FROM flyway_schema_history"
                + " WHERE version IS NOT NULL")
        .execute()
        .transform(
            result -> {
              if (result.succeeded()) {
                return Future.succeededFuture(fault(result.result()));
              }
              return isMissing(result.cause())
                  ? Future.succeededFuture(Optional.of(missing()))
                  : Future.failedFuture(away(result.cause()));
            });
  }

  /** Version of the schema when it was last asked for, 0 before that. */
  double version() {
    return version;
  }

  private Optional<String> fault(RowSet<Row> rows) {
    SortedSet<MigrationVersion> there = new TreeSet<>();
    for (Row row : rows) {
      MigrationVersion version = MigrationVersion.fromVersion(row.getString("version"));
      if (!row.getBoolean("success")) {
        return Optional.of(
            migrations.schemaAndPlace()
                + " was left in the middle of migration "
                + version
                + ": run migrate once more, or restore the data from before.");
      }
      there.add(version);
    }
    version = there.isEmpty() ? 0 : number(there.last());
    MigrationVersion needed = known.last();
    if (!there.containsAll(known)) {
      return Optional.of(
          migrations.schemaAndPlace()
              + " is at version "
              + (there.isEmpty() ? "0" : there.last())
              + ", older than the version "
              + needed
              + " that this program needs: run migrate of this program.");
    }
    // a release further is the furthest that a program can live with
    return there.last().getMajor().subtract(needed.getMajor()).intValue() > 1
        ? Optional.of(
            migrations.schemaAndPlace()
                + " is at version "
                + there.last()
                + ", newer than this program, which knows version "
                + needed
                + ", can use: run the program that belongs to it.")
        : Optional.empty();
  }

  /** What is before and behind the first dot. */
  private static double number(MigrationVersion version) {
    String[] parts = version.getVersion().split("\\.");
    return Double.parseDouble(parts.length > 1 ? parts[0] + "." + parts[1] : parts[0]);
  }

  private static boolean isMissing(Throwable cause) {
    return cause instanceof PgException refused && UNDEFINED_TABLE.equals(refused.getSqlState());
  }

  private String missing() {
    return migrations.schemaAndPlace() + " has not been made yet: run migrate of this program.";
  }

  private StartFault away(Throwable cause) {
    return StartFault.because(
        "The database "
            + migrations.place()
            + " cannot be used by "
            + migrations.database().user()
            + " now",
        cause);
  }
}
