package dev.rolewise.assessment.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a report says, value by value, as {@code table.row.field}: taken from the report itself and
 * from the files made of it, to be compared.
 */
public final class SavedReport {
  private static final Set<String> OWN_TABLES =
      Set.of("because", "findings", "forms", "roles", "areas", "nextSteps", "coverage", "comments");

  /** What only the page needs: the codes of texts that are there, and the organiser's list. */
  private static final Set<String> ASIDE = Set.of("form", "commentList", "example", "live");

  private final Map<String, String> values = new TreeMap<>();

  private SavedReport() {}

  /** The values of the report. */
  public static Map<String, String> in(JsonObject report) {
    SavedReport saved = new SavedReport();
    for (String part : report.fieldNames()) {
      Object value = report.getValue(part);
      boolean own = Set.of("verdict", "stability", "method").contains(part);
      if (value instanceof JsonArray rows) {
        saved.rows(part, rows);
      } else if (own && value instanceof JsonObject object) {
        saved.fields(part + ".1.", object);
      } else if (!own) {
        saved.put("round.1." + part, value);
      }
    }
    return saved.values;
  }

  /** The values of the CSV, its code book aside; with the fault of any line that has one. */
  public static Map<String, String> inCsv(String csv) {
    Map<String, String> values = new TreeMap<>();
    for (NamedCsvRecord line : lines(csv)) {
      String path = line.getField("row") + "." + line.getField("field");
      if (!line.getField("table").equals("codebook") && !line.getField("value").isEmpty()) {
        values.put(line.getField("table") + "." + path, line.getField("value"));
      }
    }
    return values;
  }

  public static List<NamedCsvRecord> lines(String csv) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
  }

  private void rows(String table, JsonArray rows) {
    for (int i = 0; i < rows.size(); i++) {
      JsonObject row = rows.getJsonObject(i);
      fields(table + "." + row.getString("id", String.valueOf(i + 1)) + ".", row);
    }
  }

  private void fields(String path, JsonObject row) {
    for (String field : row.fieldNames()) {
      Object value = row.getValue(field);
      if (ASIDE.contains(field)) {
        continue;
      }
      if (field.equals("comments")) {
        comments(row.getString("id"), (JsonArray) value);
      } else if (OWN_TABLES.contains(field) && isTable(value)) {
        rows(field.equals("coverage") ? "coverageOptions" : field, (JsonArray) value);
      } else {
        put(path + field, value);
      }
    }
  }

  private static boolean isTable(Object value) {
    return value instanceof JsonArray list && list.stream().allMatch(JsonObject.class::isInstance);
  }

  private final List<String> comments = new ArrayList<>();

  private void comments(String area, JsonArray texts) {
    for (Object text : texts) {
      comments.add(text.toString());
      put("comments." + comments.size() + ".area", area);
      put("comments." + comments.size() + ".text", text);
    }
  }

  private void put(String path, Object value) {
    if (value instanceof JsonObject object) {
      object.fieldNames().forEach(field -> put(path + "." + field, object.getValue(field)));
    } else if (value instanceof JsonArray list && path.endsWith("interval")) {
      put(path + ".low", list.getValue(0));
      put(path + ".high", list.getValue(1));
    } else if (value instanceof JsonArray list && path.matches(".*(distribution|coverage)")) {
      int first = path.endsWith("coverage") ? 1 : 0;
      for (int i = 0; i < list.size(); i++) {
        put(path + "." + (i + first), list.getValue(i));
      }
    } else if (value instanceof JsonArray list) {
      put(path, String.join(" ", list.stream().map(String::valueOf).toList()));
    } else if (value != null && !ASIDE.contains(path.substring(path.lastIndexOf('.') + 1))) {
      String cell = CsvCell.of(value);
      if (!cell.isEmpty()) {
        values.put(path, cell);
      }
    }
  }
}
