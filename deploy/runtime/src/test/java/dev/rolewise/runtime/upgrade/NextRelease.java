package dev.rolewise.runtime.upgrade;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the migrations of a release to come may do to a schema of today: all that the rule allows,
 * to every table. Today's program is then the one of the previous release.
 */
public final class NextRelease {

  private final DatabaseSettings database;

  /**
   * @param database with the role that owns the tables
   */
  public NextRelease(DatabaseSettings database) {
    this.database = database;
  }

  /**
   * Adds columns, an index and a table that belongs to it to each table, and notes the version
   * after the last one that was here.
   */
  public void expand() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        statement.execute(
            """
            alter table %1$s add column to_come text not null default 'x', add column may_come integer;
            create index on %1$s (may_come);
            alter table %1$s add constraint %1$s_to_come unique (may_come);
            create table of_%1$s (about integer references %1$s (may_come) on delete cascade);
            """
                .formatted(table));
      }
      note(statement, last(statement) + 1);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /**
   * Says that so many releases later yet another one was here.
   *
   * @return its version
   */
  public int note(int releases) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      int version = last(statement) + releases;
      note(statement, version);
      return version;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static int last(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "select max(split_part(version, '.', 1)::int) from flyway_schema_history")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void note(Statement statement, int version) throws SQLException {
    statement.execute(
        "insert into flyway_schema_history select max(installed_rank) + 1, '"
            + version
            + "', 'to come', 'SQL', 'V"
            + version
            + "__to_come.sql', 1, current_user, now(), 1, true from flyway_schema_history");
  }

  private List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select quote_ident(relname) from pg_class c join pg_namespace n on n.oid = relnamespace"
                + " where relkind = 'r' and nspname = current_schema()"
                + " and relname <> 'flyway_schema_history' order by 1")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private Connection connect() throws SQLException {
    DatabaseSettings.Login owner = database.migration().orElseThrow();
    return DriverManager.getConnection(
        "jdbc:postgresql://"
            + database.host()
            + ":"
            + database.port()
            + "/"
            + database.database()
            + "?sslmode=disable&currentSchema="
            + database.schema(),
        owner.user(),
        owner.password().reveal());
  }
}
