package dev.rolewise.runtime.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What statements come to on the tables as they are: each is really run, with made-up values, and
 * taken back. What it finds or writes depends on the values; that it may be said, what it answers
 * with and which columns it may leave out depends on the tables alone.
 */
final class Outcomes {

  /**
   * What became of one statement.
   *
   * @param refusal SQLSTATE, empty when it ran
   * @param words what PostgreSQL said, or the columns of the answer
   */
  record Outcome(String refusal, String words) {

    /** Whether any values at all could make it run. */
    boolean impossible() {
      return refusal.startsWith("42") || refusal.equals(COLUMN_LEFT_OUT);
    }

    /** Whoever says the statement sees no difference. */
    boolean sameAs(Outcome other) {
      // which of several rules about values is named first is nobody's business
      return refusal.equals(other.refusal)
          && (!refusal.isEmpty() && !impossible() || words.equals(other.words));
    }

    @Override
    public String toString() {
      return refusal.isEmpty() ? "answers " + words : refusal + " " + words;
    }
  }

  /** No value was null: a column that must have one was not named. */
  static final String COLUMN_LEFT_OUT = "23502";

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("bigint", "4"),
          Map.entry("boolean", "true"),
          Map.entry("bytea", "'\\x01'"),
          Map.entry("bytea[]", "array['\\x01'::bytea]"),
          Map.entry("date", "'2026-03-04'"),
          Map.entry("integer", "4"),
          Map.entry("json", "'{}'"),
          Map.entry("smallint", "4"),
          Map.entry("smallint[]", "'{4}'"),
          Map.entry("text", "'open'"),
          Map.entry("text[]", "array[null::text]"),
          Map.entry("\"char\"", "'o'"),
          Map.entry("character varying", "'open'"),
          Map.entry("timestamp with time zone", "'2026-03-04T05:06:07Z'"),
          Map.entry("uuid", "'0b6cbf5e-7a53-4c7e-9d0b-3d8f0f6a0001'"),
          Map.entry("uuid[]", "'{0b6cbf5e-7a53-4c7e-9d0b-3d8f0f6a0001}'"));

  private final Connection connection;

  private Outcomes(Connection connection) {
    this.connection = connection;
  }

  /** Runs them; a row that one inserted is there for those that are not inserts. */
  static Map<String, Outcome> of(Connection connection, List<String> statements)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      return new Outcomes(connection).run(statements);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Map<String, Outcome> run(List<String> statements) throws SQLException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    List<String> waiting = new ArrayList<>(statements.stream().filter(Outcomes::inserts).toList());
    boolean more = true;
    while (more) {
      more = false;
      for (String sql : List.copyOf(waiting)) {
        Outcome outcome = run(sql, true);
        outcomes.put(sql, outcome);
        if (outcome.refusal().isEmpty()) {
          // others may have waited for its row
          waiting.remove(sql);
          more = true;
        }
      }
    }
    for (String sql : statements) {
      if (!inserts(sql)) {
        outcomes.put(sql, run(sql, false));
      }
    }
    return outcomes;
  }

  private static boolean inserts(String sql) {
    return sql.replaceFirst("^/\\*.*?\\*/\\s*", "").toLowerCase().startsWith("insert");
  }

  private Outcome run(String sql, boolean keep) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      // simple queries do not share names between sessions, and a refused one leaves none behind
      statement.execute("PREPARE said AS " + sql);
      String values = values(statement);
      Outcome outcome = new Outcome("", answer(statement, "EXECUTE said" + values));
      if (!keep) {
        connection.rollback(before);
      }
      return outcome;
    } catch (SQLException refused) {
      connection.rollback(before);
      return new Outcome(refused.getSQLState(), refused.getMessage().replaceAll("\\s+", " "));
    } finally {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DEALLOCATE ALL");
      }
    }
  }

  private static String values(Statement statement) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet types =
        statement.executeQuery(
            "SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'said'")) {
      while (types.next()) {
        String type = types.getString(1);
        String value = VALUES.get(type);
        if (value == null) {
          throw new AssertionError("no value is known for parameters of type " + type);
        }
        values.add(value + "::" + type);
      }
    }
    return values.isEmpty() ? "" : values.stream().collect(Collectors.joining(", ", "(", ")"));
  }

  private static String answer(Statement statement, String execute) throws SQLException {
    if (!statement.execute(execute)) {
      return "a count";
    }
    ResultSetMetaData columns = statement.getResultSet().getMetaData();
    List<String> answered = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      answered.add(columns.getColumnLabel(i) + " " + columns.getColumnTypeName(i));
    }
    return String.join(", ", answered);
  }
}
