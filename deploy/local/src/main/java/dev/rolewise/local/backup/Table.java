package dev.rolewise.local.backup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as a backup carries it.
 *
 * @param schema it belongs to
 * @param name within the schema
 * @param columns all of them, in the order of the table
 * @param order columns that put the rows in an order which says nothing but what the rows say
 */
record Table(String schema, String name, List<String> columns, List<String> order) {

  Table {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /** Its name inside a backup, e.g. {@code assessment/round.copy}. */
  String entry() {
    return entry(schema, name);
  }

  static String entry(String schema, String name) {
    return schema + "/" + name + ".copy";
  }

  /**
   * Reads all rows. Never as they lie: the order in which tickets were spent and that in which
   * sheets came in would tell whose sheet is whose.
   */
  String copyOut() {
    String sorted =
        order.stream()
            .map(column -> quote(column) + "::text COLLATE \"C\"")
            .collect(Collectors.joining(", "));
    return "COPY (SELECT "
        + names()
        + " FROM "
        + qualified()
        + " ORDER BY "
        + sorted
        + ") TO STDOUT";
  }

  String copyIn() {
    return "COPY " + qualified() + " (" + names() + ") FROM STDIN";
  }

  private String names() {
    return columns.stream().map(Table::quote).collect(Collectors.joining(", "));
  }

  private String qualified() {
    return quote(schema) + "." + quote(name);
  }

  private static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
