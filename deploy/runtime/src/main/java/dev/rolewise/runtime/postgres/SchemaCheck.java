package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Whether the database can be used by this program: it answers, lets us in, and its schema is the
 * one this program was written for. The schema of the next release will do as well, since an
 * upgrade migrates first and replaces programs then; migrations of one release share the number
 * before the dot ({@code V5}, {@code V5.1}).
 */
public final class SchemaCheck {

  private static final String UNDEFINED_TABLE = "42P01";
  private static final String NO_RIGHT = "42501";

  private final Pool pool;
  private final Migrations migrations;
  private final SortedSet<MigrationVersion> known;
  private final String[] tables;
  private volatile double version;

  /** Reads which migrations this program brings; the class path has at least one. */
  public SchemaCheck(Pool pool, Migrations migrations) {
    this.pool = pool;
    this.migrations = migrations;
    this.known = MigrationFiles.versions(migrations.location());
    this.tables = tables(migrations.location());
  }

  private static String[] tables(String location) {
    return Stream.concat(
            MigrationFiles.tables(location).stream(), Stream.of("flyway_schema_history"))
        .toArray(String[]::new);
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
                Optional<String> fault = fault(result.result());
                return fault.isEmpty() ? rights() : Future.succeededFuture(fault);
              }
              // to a role without rights a schema looks as if it were not there
              return hasState(result.cause(), UNDEFINED_TABLE, NO_RIGHT)
                  ? rights().map(fault -> fault.or(() -> Optional.of(missing())))
                  : Future.failedFuture(away(result.cause()));
            });
  }

  /**
   * A schema that is there, and closed to the role of this program as a whole or in part: of the
   * tables it knows, for what others keep beside them is none of its business.
   */
  private Future<Optional<String>> rights() {
    return pool.preparedQuery(
            "/* runtime.schema_rights */ SELECT has_schema_privilege(n.oid, 'USAGE') AND NOT EXISTS"
                + " (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname::text = ANY($2::text[])"
                + " AND NOT (has_table_privilege(c.oid, 'SELECT') AND (c.relname ="
                + " 'flyway_schema_history' OR has_table_privilege(c.oid, 'INSERT') AND"
                + " has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))))"
                + " AS open FROM pg_namespace n WHERE n.nspname = $1")
        .execute(Tuple.of(migrations.database().schema(), (Object) tables))
        .transform(
            result -> {
              if (result.failed()) {
                return Future.failedFuture(away(result.cause()));
              }
              RowSet<Row> rows = result.result();
              return Future.succeededFuture(
                  rows.size() == 0 || rows.iterator().next().getBoolean("open")
                      ? Optional.empty()
                      : Optional.of(closed()));
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

  private static boolean hasState(Throwable cause, String... states) {
    return cause instanceof PgException refused
        && List.of(states).contains(String.valueOf(refused.getSqlState()));
  }

  private String closed() {
    String user = migrations.database().user();
    return migrations.schemaAndPlace()
        + " is closed to the role "
        + user
        + ", as a whole or in part: set database.user to the role of this service, or run migrate of"
        + " this program with "
        + user
        + " as database.user, which gives it its rights.";
  }

  private String missing() {
    return migrations.schemaAndPlace() + " has not been made yet: run migrate of this program.";
  }

  private StartFault away(Throwable cause) {
    return new StartFault(
        "The database "
            + migrations.place()
            + " cannot be used by "
            + migrations.database().user()
            + " now: "
            + DatabaseReason.serving(cause, migrations.database()));
  }
}
