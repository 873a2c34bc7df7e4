package dev.rolewise.systemtest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** A report that was saved as CSV, read back into the shape it had before. */
final class SavedTable {
  private static final Set<String> OF_THE_VERDICT = Set.of("because", "findings", "forms");
  private static final Set<String> WORDS = Set.of("name", "text", "title", "question", "label");

  private final JsonObject report = new JsonObject();
  private String area;

  private SavedTable() {}

  static JsonObject report(String csv) {
    SavedTable table = new SavedTable();
    for (NamedCsvRecord line : lines(csv)) {
      if (!line.getField("table").equals("codebook") && !line.getField("value").isEmpty()) {
        table.take(line);
      }
    }
    return table.report;
  }

  static List<NamedCsvRecord> lines(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private void take(NamedCsvRecord line) {
    String field = line.getField("field");
    Object value = value(field, line.getField("value"));
    switch (line.getField("table")) {
      case "round" -> put(report, field, value);
      case "verdict", "stability", "method" ->
          put(object(report, line.getField("table")), field, value);
      case "comments" -> comment(field, value);
      case "coverageOptions" -> put(row(object(report, "method"), "coverage", line), field, value);
      default ->
          put(
              row(
                  OF_THE_VERDICT.contains(line.getField("table"))
                      ? object(report, "verdict")
                      : report,
                  line.getField("table"),
                  line),
              field,
              value);
    }
  }

  private void comment(String field, Object value) {
    if (field.equals("area")) {
      area = value.toString();
      return;
    }
    for (Object one : list(report, "areas")) {
      if (one instanceof JsonObject of && of.getString("id").equals(area)) {
        list(of, "comments").add(value);
      }
    }
  }

  private static JsonObject row(JsonObject parent, String table, NamedCsvRecord line) {
    JsonArray rows = list(parent, table);
    boolean first = rows.isEmpty() || !line.getField("row").equals(key(rows));
    if (first) {
      rows.add(new JsonObject().put("row", line.getField("row")));
    }
    return rows.getJsonObject(rows.size() - 1);
  }

  private static String key(JsonArray rows) {
    return rows.getJsonObject(rows.size() - 1).getString("row");
  }

  /** Numbers that belong together stand in one list again. */
  private static void put(JsonObject into, String field, Object value) {
    int dot = field.indexOf('.');
    if (dot < 0) {
      into.put(field, value);
    } else if (field.matches("(distribution|coverage|interval)\\..*")) {
      list(into, field.substring(0, dot)).add(value);
    } else {
      put(object(into, field.substring(0, dot)), field.substring(dot + 1), value);
    }
  }

  private static JsonObject object(JsonObject parent, String name) {
    if (!parent.containsKey(name)) {
      parent.put(name, new JsonObject());
    }
    return parent.getJsonObject(name);
  }

  private static JsonArray list(JsonObject parent, String name) {
    if (!parent.containsKey(name)) {
      parent.put(name, new JsonArray());
    }
    return parent.getJsonArray(name);
  }

  private static Object value(String field, String cell) {
    if (WORDS.contains(field.substring(field.lastIndexOf('.') + 1))) {
      return cell.startsWith("'") ? cell.substring(1) : cell;
    }
    if (cell.equals("true") || cell.equals("false")) {
      return Boolean.valueOf(cell);
    }
    try {
      String number = cell.strip();
      return number.matches("-?\\d+") ? (Object) Integer.valueOf(number) : Double.valueOf(number);
    } catch (NumberFormatException text) {
      return cell;
    }
  }
}
