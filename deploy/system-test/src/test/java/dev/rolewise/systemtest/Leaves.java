package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A document taken apart into every value it has, by path. Members of a list that have an id go by
 * it, unless it is a random one; lists of plain numbers stay together.
 */
final class Leaves {
  private static final Pattern RANDOM =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final SortedMap<String, Object> leaves = new TreeMap<>();

  private Leaves() {}

  /**
   * @param document an object, a list, or a text that is neither
   */
  static SortedMap<String, Object> of(Object document) {
    Leaves taken = new Leaves();
    taken.take("", document);
    return Collections.unmodifiableSortedMap(taken.leaves);
  }

  /** The lines of a table, each cell by its row's first cell and its column's name. */
  static SortedMap<String, Object> ofTable(String csv) {
    Leaves taken = new Leaves();
    String[] lines = csv.replace("\uFEFF", "").split("\r?\n");
    String[] header = lines[0].split(",", -1);
    for (int line = 1; line < lines.length; line++) {
      String[] cells = lines[line].split(",", -1);
      for (int cell = 0; cell < cells.length; cell++) {
        String column = cell < header.length ? header[cell] : String.valueOf(cell);
        taken.take(line + "/" + cells[0] + "/" + column, value(cells[cell]));
      }
    }
    return Collections.unmodifiableSortedMap(taken.leaves);
  }

  private static Object value(String cell) {
    try {
      return cell.contains(".") ? (Object) Double.valueOf(cell) : Long.valueOf(cell);
    } catch (NumberFormatException text) {
      return cell;
    }
  }

  private void take(String path, Object value) {
    if (value instanceof JsonObject object) {
      String below = path.isEmpty() ? "" : path + "/";
      object.fieldNames().forEach(name -> take(below + name, object.getValue(name)));
    } else if (value instanceof JsonArray list && !plainNumbers(list)) {
      for (int place = 0; place < list.size(); place++) {
        take(path + "/" + name(list.getValue(place), place), list.getValue(place));
      }
    } else {
      leaves.put(path, value instanceof JsonArray list ? list.getList() : String.valueOf(value));
      if (value instanceof Number) {
        leaves.put(path, value);
      }
    }
  }

  private static boolean plainNumbers(JsonArray list) {
    return !list.isEmpty() && list.stream().allMatch(Number.class::isInstance);
  }

  private static String name(Object member, int place) {
    Object id = member instanceof JsonObject object ? object.getValue("id") : null;
    return id instanceof String text && !RANDOM.matcher(text).matches()
        ? "[" + text + "]"
        : String.valueOf(place);
  }
}
