package dev.rolewise.runtime.upgrade;

import dev.rolewise.runtime.upgrade.Outcomes.Outcome;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What newer tables have that older ones had not.
 *
 * @param promises as {@link Tables} words them
 * @param tables that are new altogether
 */
record Additions(Set<String> promises, Set<String> tables) {

  private static final String UNDEFINED_TABLE = "42P01";
  private static final String UNDEFINED_COLUMN = "42703";
  private static final String UNDEFINED_FUNCTION = "42883";
  private static final String NO_SUCH_CONFLICT = "42P10";

  static Additions between(Tables older, Tables newer) {
    Set<String> promises = new TreeSet<>(newer.promises());
    promises.removeAll(older.promises());
    Set<String> tables = new TreeSet<>(newer.bans().keySet());
    tables.removeAll(older.bans().keySet());
    return new Additions(promises, tables);
  }

  /** Whether older tables refuse a statement for want of something that was added, by its name. */
  boolean explain(String sql, Outcome outcome) {
    return switch (outcome.refusal()) {
      case UNDEFINED_TABLE -> tables.stream().anyMatch(it -> names(outcome.words(), it));
      case UNDEFINED_COLUMN ->
          promises.stream()
              .filter(it -> it.startsWith("column "))
              .map(it -> it.split("[. ]")[2])
              .anyMatch(column -> names(outcome.words(), column));
      case UNDEFINED_FUNCTION ->
          promises.stream()
              .filter(it -> it.startsWith("function "))
              .map(it -> it.split("[ (]")[1])
              .anyMatch(function -> names(outcome.words(), function));
      case NO_SUCH_CONFLICT ->
          promises.stream()
              .filter(it -> it.startsWith("unique "))
              .map(it -> it.replaceFirst(".* ON (\\w+) .*", "$1"))
              .anyMatch(table -> names(sql, table));
      default -> false;
    };
  }

  private static boolean names(String text, String name) {
    return Arrays.asList(text.split("\\W+")).contains(name);
  }
}
