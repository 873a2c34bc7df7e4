package dev.rolewise.bench.capacity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What finished rounds take on the disk: one that was really answered, closed and scored is copied
 * until there are very many, each with ids and digests of its own.
 */
final class Storage {

  private static final String COPY =
      """
      INSERT INTO assessment.%1$s
      SELECT (jsonb_populate_record(t, jsonb_strip_nulls(jsonb_build_object(%2$s)))).*
      FROM assessment.%1$s t CROSS JOIN copy WHERE t.%3$s = '%4$s'""";

  private static final Set<String> ITSELF = Set.of("team", "round");

  private Storage() {}

  /**
   * Copies, and measures what each table has grown by, indexes and large values included.
   *
   * @return bytes by table
   */
  static Map<String, Long> grow(Connection administrator, String round, int copies)
      throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      // keys lead to copies that are there by then or not: it is whole in the end
      statement.execute("SET session_replication_role = replica");
      String team = one(statement, "SELECT team FROM assessment.round WHERE id = '" + round + "'");
      statement.execute(
          "CREATE TEMPORARY TABLE copy AS SELECT gen_random_uuid() AS a_team,"
              + " gen_random_uuid() AS a_round FROM generate_series(1, "
              + copies
              + ")");
      Map<String, Long> grown = new LinkedHashMap<>();
      for (String table : tables(statement)) {
        long before = size(statement, table);
        List<String> columns = columns(statement, table);
        String by = ITSELF.contains(table) ? "id" : columns.contains("round") ? "round" : "team";
        if (!columns.contains(by)) {
          continue;
        }
        String of = table.equals("team") || by.equals("team") ? team : round;
        statement.execute(COPY.formatted(table, fields(table, columns), by, of));
        statement.execute("VACUUM ANALYZE assessment." + table);
        long more = size(statement, table) - before;
        if (more > 0) {
          grown.put(table, more);
        }
      }
      return grown;
    }
  }

  private static String fields(String table, List<String> columns) {
    List<String> fields = new ArrayList<>();
    for (String column : columns) {
      String value =
          switch (column) {
            case "team" -> "a_team";
            case "round" -> "a_round";
            case "id" ->
                table.equals("team")
                    ? "a_team"
                    : table.equals("round") ? "a_round" : "gen_random_uuid()";
            case "hash" -> "'\\x' || encode(sha256(gen_random_uuid()::text::bytea), 'hex')";
            default -> "";
          };
      if (!value.isEmpty()) {
        fields.add("'" + column + "', " + value);
      }
    }
    return String.join(", ", fields);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    return many(
        statement,
        "SELECT relname FROM pg_class WHERE relnamespace = 'assessment'::regnamespace"
            + " AND relkind = 'r' ORDER BY relname");
  }

  private static List<String> columns(Statement statement, String table) throws SQLException {
    return many(
        statement,
        "SELECT attname FROM pg_attribute WHERE attrelid = 'assessment."
            + table
            + "'::regclass AND attnum > 0 AND NOT attisdropped");
  }

  private static long size(Statement statement, String table) throws SQLException {
    return Long.parseLong(
        one(statement, "SELECT pg_total_relation_size('assessment." + table + "')"));
  }

  private static String one(Statement statement, String query) throws SQLException {
    return many(statement, query).get(0);
  }

  private static List<String> many(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
