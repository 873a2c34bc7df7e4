package dev.rolewise.assessment.export.paper;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How a report is read: what comes first, what belongs together, and how numbers are told. */
final class Reading {
  private static final int MOST_SPLITS = 3;
  private static final double NAMED = 1000;

  private Reading() {}

  /** How many see an owner, something unclear, or nobody. */
  record Ownership(int owner, int unclear, int nobody) {}

  static List<JsonObject> rows(JsonObject parent, String field) {
    return parent.getJsonArray(field, new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  static List<Integer> counts(JsonObject row, String field) {
    JsonArray counts = row.getJsonArray(field);
    return counts == null
        ? List.of()
        : counts.stream().map(count -> ((Number) count).intValue()).toList();
  }

  static int sum(List<Integer> counts, int from, int to) {
    return counts.subList(from, Math.min(to, counts.size())).stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** A number to read: whole, and just below its gate never as if it had reached it. */
  static String whole(Double value, Integer gate) {
    if (value == null) {
      return "–";
    }
    long rounded = Math.round(value);
    boolean falsely = gate != null && value < gate && rounded >= gate;
    return String.valueOf(falsely ? gate - 1 : rounded);
  }

  private static Set<String> sidesOf(String verdict) {
    return switch (verdict) {
      case "BOTH_PROGRAMME" -> Set.of("product", "project", "programme");
      case "BOTH", "SUPPORT_BOTH" -> Set.of("product", "project");
      case "PRODUCT", "SUPPORT_PRODUCT" -> Set.of("product");
      case "PROJECT", "SUPPORT_PROJECT" -> Set.of("project");
      case "PROGRAMME" -> Set.of("programme");
      default -> Set.of();
    };
  }

  /** The areas that carry the verdict first, the heaviest on top; unusable ones last. */
  static List<JsonObject> byWeight(JsonObject report) {
    Set<String> named = sidesOf(report.getJsonObject("verdict").getString("code"));
    List<JsonObject> areas = new ArrayList<>(rows(report, "areas"));
    areas.sort(
        Comparator.comparingDouble(
            area ->
                -orLast(area.getDouble("struggle"))
                    - orLast(area.getDouble("gap"))
                    - (named.contains(area.getString("side")) ? NAMED : 0)));
    return areas;
  }

  private static double orLast(Double score) {
    return score == null ? -NAMED : score;
  }

  static List<JsonObject> mostSplit(JsonObject report) {
    return rows(report, "areas").stream()
        .filter(area -> area.getBoolean("split", false))
        .sorted(Comparator.comparingDouble(area -> -spread(area)))
        .limit(MOST_SPLITS)
        .toList();
  }

  private static double spread(JsonObject area) {
    JsonObject agreement = area.getJsonObject("agreement");
    return agreement == null ? 0 : agreement.getDouble("adMean", 0d);
  }

  /** What an answer on who takes care of it comes down to: 0 an owner, 1 unclear, 2 nobody. */
  static int kind(JsonObject option) {
    if (option.getInteger("creditPercent") == 0) {
      return 2;
    }
    return option.getString("form") == null ? 0 : 1;
  }

  static Ownership ownership(List<Integer> coverage, List<JsonObject> options) {
    int[] by = new int[3];
    for (int i = 0; i < coverage.size(); i++) {
      by[kind(options.get(i))] += coverage.get(i);
    }
    return new Ownership(by[0], by[1], by[2]);
  }
}
