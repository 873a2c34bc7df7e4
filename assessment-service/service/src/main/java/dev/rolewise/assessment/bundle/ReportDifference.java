package dev.rolewise.assessment.bundle;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One place where a stored report and a recomputed one differ.
 *
 * @param pointer JSON pointer within the report
 * @param stored its spelling in JSON, or "nothing"
 * @param recomputed likewise
 */
public record ReportDifference(String pointer, String stored, String recomputed) {

  private static final String NOTHING = "nothing";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]{1,40}");
  private static final String INTERVAL = "interval";

  // the t distribution comes from a library of floating point functions; all else is exact
  private static final double SAME = 1e-9;

  /**
   * Compares two reports field by field.
   *
   * @param stored the report in the bundle
   * @param recomputed the report of the engine
   * @return where they differ, in the order of the recomputed one's fields; empty when they agree
   */
  public static List<ReportDifference> between(JsonObject stored, JsonObject recomputed) {
    List<ReportDifference> found = new ArrayList<>();
    objects("", stored, recomputed, found);
    return found;
  }

  private static void objects(
      String at, JsonObject stored, JsonObject recomputed, List<ReportDifference> found) {
    for (String field : recomputed.fieldNames()) {
      String below = at + "/" + field;
      if (stored.containsKey(field)) {
        values(below, stored.getValue(field), recomputed.getValue(field), found);
      } else {
        found.add(new ReportDifference(below, NOTHING, spelt(recomputed.getValue(field))));
      }
    }
    Set<String> more = new TreeSet<>(stored.fieldNames());
    more.removeAll(recomputed.fieldNames());
    for (String field : more) {
      // a field of somebody else's making may be named anything
      found.add(
          PLAIN.matcher(field).matches()
              ? new ReportDifference(at + "/" + field, spelt(stored.getValue(field)), NOTHING)
              : new ReportDifference(at, spelt(field), NOTHING));
    }
  }

  private static void values(
      String at, Object stored, Object recomputed, List<ReportDifference> found) {
    if (stored instanceof JsonObject left && recomputed instanceof JsonObject right) {
      objects(at, left, right, found);
    } else if (stored instanceof JsonArray left
        && recomputed instanceof JsonArray right
        && left.size() == right.size()) {
      for (int index = 0; index < right.size(); index++) {
        values(at + "/" + index, left.getValue(index), right.getValue(index), found);
      }
    } else if (!same(at, stored, recomputed)) {
      found.add(new ReportDifference(at, spelt(stored), spelt(recomputed)));
    }
  }

  private static boolean same(String at, Object stored, Object recomputed) {
    if (stored instanceof Number left && recomputed instanceof Number right) {
      double tolerance = at.contains(INTERVAL) ? SAME : 0;
      return Math.abs(left.doubleValue() - right.doubleValue()) <= tolerance;
    }
    return Objects.equals(stored, recomputed);
  }

  private static String spelt(Object value) {
    if (value instanceof JsonObject object) {
      return object.encode();
    }
    if (value instanceof JsonArray array) {
      return array.encode();
    }
    return String.valueOf(value);
  }
}
