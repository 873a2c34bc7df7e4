package dev.rolewise.runtime.upgrade;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema promises to whoever works with it, and what it forbids them.
 *
 * @param promises what may be relied on, e.g. that a column is there or may be left out
 * @param bans what makes a write fail, by the table it is about
 */
record Tables(Set<String> promises, TreeMap<String, Set<String>> bans) {

  private static final String OF_SCHEMA =
      " from pg_class c join pg_namespace n on n.oid = c.relnamespace ";
  private static final String OURS =
      " n.nspname = ? and c.relkind = 'r' and c.relname <> 'flyway_schema_history'";
  private static final String COLUMN =
      OF_SCHEMA
          + "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
          + " where"
          + OURS;
  private static final String CONSTRAINT =
      OF_SCHEMA + "join pg_constraint k on k.conrelid = c.oid where" + OURS;

  private static final List<String> PROMISES =
      List.of(
          "select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
              + COLUMN,
          "select 'column ' || c.relname || '.' || a.attname || ' may be null'"
              + COLUMN
              + " and not a.attnotnull",
          "select 'column ' || c.relname || '.' || a.attname || ' may be left out'"
              + COLUMN
              + " and (not a.attnotnull or a.atthasdef or a.attidentity <> '')",
          // what ON CONFLICT names
          "select 'unique ' || pg_get_indexdef(i.indexrelid, 0, true)"
              + OF_SCHEMA
              + "join pg_index i on i.indrelid = c.oid where"
              + OURS
              + " and i.indisunique",
          "select 'right to ' || p || ' ' || c.relname"
              + OF_SCHEMA
              + "cross join unnest(array['select', 'insert', 'update', 'delete']) p where"
              + OURS
              + " and has_table_privilege(n.nspname, c.oid, p)",
          "select 'function ' || p.oid::regprocedure from pg_proc p"
              + " join pg_namespace n on n.oid = p.pronamespace where n.nspname = ?");

  private static final List<String> BANS =
      List.of(
          "select c.relname, k.conname || ' ' || pg_get_constraintdef(k.oid)" + CONSTRAINT,
          "select c.relname, pg_get_indexdef(i.indexrelid, 0, true)"
              + OF_SCHEMA
              + "join pg_index i on i.indrelid = c.oid where"
              + OURS
              + " and i.indisunique",
          "select c.relname, pg_get_triggerdef(t.oid)"
              + OF_SCHEMA
              + "join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal where"
              + OURS,
          "select c.relname, 'row security'" + OF_SCHEMA + "where" + OURS + " and c.relrowsecurity",
          // a row that somebody points at cannot be deleted by a program that does not know them
          "select t.relname, 'pointed at by ' || c.relname || ' without on delete cascade or set null'"
              + OF_SCHEMA
              + "join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confdeltype in ('a', 'r')"
              + " join pg_class t on t.oid = k.confrelid where"
              + OURS);

  /** Looks at a schema as it is. */
  static Tables of(Connection connection, String schema) throws SQLException {
    Set<String> promises = new TreeSet<>();
    for (String query : PROMISES) {
      for (List<String> row : rows(connection, query, schema)) {
        promises.add(row.get(0));
      }
    }
    TreeMap<String, Set<String>> bans = new TreeMap<>();
    for (List<String> row :
        rows(connection, "select c.relname" + OF_SCHEMA + "where" + OURS, schema)) {
      bans.put(row.get(0), new TreeSet<>());
    }
    for (String query : BANS) {
      for (List<String> row : rows(connection, query, schema)) {
        bans.get(row.get(0)).add(row.get(1));
      }
    }
    return new Tables(promises, bans);
  }

  /**
   * What somebody who works with these tables would stumble over in newer ones.
   *
   * @return in words; empty when the newer ones only add
   */
  List<String> brokenIn(Tables newer) {
    List<String> broken = new ArrayList<>();
    for (String promise : promises) {
      if (!newer.promises.contains(promise)) {
        broken.add("gone: " + promise);
      }
    }
    bans.forEach(
        (table, known) -> {
          for (String ban : newer.bans.getOrDefault(table, Set.of())) {
            if (!known.contains(ban)) {
              broken.add("forbidden in " + table + ": " + ban);
            }
          }
        });
    newer.promises.stream()
        .filter(it -> it.startsWith("column ") && bans.containsKey(table(it)))
        .filter(it -> !promises.contains(it) && !it.endsWith(" may be null"))
        .map(it -> it.split(" ")[1])
        .distinct()
        .filter(column -> !newer.promises.contains("column " + column + " may be left out"))
        .filter(
            column -> promises.stream().noneMatch(it -> it.startsWith("column " + column + " ")))
        .forEach(column -> broken.add("must be given: column " + column));
    return broken;
  }

  private static String table(String columnPromise) {
    return columnPromise.substring("column ".length(), columnPromise.indexOf('.'));
  }

  private static List<List<String>> rows(Connection connection, String query, String schema)
      throws SQLException {
    List<List<String>> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(rows.getString(i));
          }
          found.add(row);
        }
      }
    }
    return found;
  }
}
