package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Migration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a database says about its own schemas. */
final class Catalogue {

  private static final String HISTORY = "flyway_schema_history";

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  /** The migrations a schema has been through, in order; none when the schema is not there. */
  List<Migration> migrations(String schema) throws SQLException {
    List<String> there =
        column(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relname = '"
                + HISTORY
                + "'",
            schema);
    if (there.isEmpty()) {
      return List.of();
    }
    List<Migration> migrations = new ArrayList<>();
    // the name comes from us, never from a file
    String query =
        "SELECT script, checksum FROM \""
            + schema
            + "\"."
            + HISTORY
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        migrations.add(new Migration(rows.getString(1), rows.getInt(2)));
      }
    }
    return migrations;
  }

  /**
   * The tables of a schema, the history of its migrations aside.
   *
   * @throws IllegalStateException when the schema holds data in anything that is no plain table: a
   *     backup must not silently leave something out
   */
  List<Table> tables(String schema) throws SQLException {
    List<String> unknown =
        column(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relkind IN ('S', 'm', 'p', 'f')",
            schema);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("a backup cannot carry " + schema + "." + unknown);
    }
    List<Table> tables = new ArrayList<>();
    for (String name :
        column(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = ? AND c.relkind = 'r' AND c.relname <> '"
                + HISTORY
                + "' ORDER BY c.relname",
            schema)) {
      List<String> columns = columns(schema, name);
      List<String> key = key(schema, name);
      tables.add(new Table(schema, name, columns, key.isEmpty() ? columns : key));
    }
    return tables;
  }

  /** The tables so that each comes after those it points at. */
  List<Table> inOrderOfReference(List<Table> tables) throws SQLException {
    Map<String, Set<String>> pointsAt = new HashMap<>();
    for (Table table : tables) {
      pointsAt.put(table.entry(), new HashSet<>(references(table)));
    }
    List<Table> ordered = new ArrayList<>();
    List<Table> waiting = new ArrayList<>(tables);
    while (!waiting.isEmpty()) {
      Set<String> open = new HashSet<>(waiting.stream().map(Table::entry).toList());
      List<Table> ready =
          waiting.stream()
              .filter(
                  table ->
                      pointsAt.get(table.entry()).stream()
                          .noneMatch(it -> open.contains(it) && !it.equals(table.entry())))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("tables point at each other in a circle: " + open);
      }
      ordered.addAll(ready);
      waiting.removeAll(ready);
    }
    return ordered;
  }

  private List<String> references(Table table) throws SQLException {
    return column(
        "SELECT n.nspname || '/' || t.relname || '.copy' FROM pg_constraint f"
            + " JOIN pg_class s ON s.oid = f.conrelid JOIN pg_namespace m ON m.oid = s.relnamespace"
            + " JOIN pg_class t ON t.oid = f.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
            + " WHERE f.contype = 'f' AND m.nspname = ? AND s.relname = ?",
        table.schema(),
        table.name());
  }

  private List<String> columns(String schema, String table) throws SQLException {
    return column(
        "SELECT a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relname = ?"
            + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum",
        schema,
        table);
  }

  private List<String> key(String schema, String table) throws SQLException {
    return column(
        "SELECT a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)"
            + " WHERE i.indisprimary AND n.nspname = ? AND c.relname = ?"
            + " ORDER BY array_position(i.indkey::smallint[], a.attnum)",
        schema,
        table);
  }

  private List<String> column(String query, String... parameters) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }
}
