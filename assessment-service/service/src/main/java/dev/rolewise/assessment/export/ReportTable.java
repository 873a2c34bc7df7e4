package dev.rolewise.assessment.export;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * One part of a report as rows that all have the same columns.
 *
 * @param id of the part
 * @param columns what there is to say about each row
 * @param rows as they stand in the report
 */
record ReportTable(String id, List<Column> columns, List<JsonObject> rows) {

  /**
   * A figure or text of a row.
   *
   * @param field what it is called, the same in every language
   * @param path where it stands in the row: names, and places in lists, with dots between
   */
  record Column(String field, String path) {
    static Column of(String field) {
      return new Column(field, field);
    }

    /** The value as the report has it: a text, a number, a truth, or null where it says nothing. */
    Object in(JsonObject row) {
      Object value = row;
      for (String step : path.split("\\.")) {
        value = into(value, step);
      }
      return value instanceof JsonArray list ? joined(list) : value;
    }

    private static Object into(Object value, String step) {
      if (value instanceof JsonObject object) {
        return object.getValue(step);
      }
      if (value instanceof JsonArray list) {
        int place = Integer.parseInt(step);
        return place < list.size() ? list.getValue(place) : null;
      }
      return null;
    }

    private static String joined(JsonArray list) {
      return String.join(" ", list.stream().map(String::valueOf).toList());
    }
  }
}
