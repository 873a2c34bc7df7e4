package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One state of a round as somebody with every right to it could fetch it: what the report and, if
 * there is one, the bundle say, taken apart into figures. A figure is a handful of numbers about
 * the same people; all of its counts add up over people, which is what subtraction needs.
 *
 * @param n released sheets
 * @param turnout the announced size and what was received, on which checks of stability rest, too
 * @param figures by name, such as {@code P1 coverage}
 * @param rest everything else that was said, as text: verdict, scores, stability
 */
record Published(int n, String turnout, Map<String, Figure> figures, String rest) {

  /**
   * @param people who stand behind it, or at most do
   * @param exact whether the numbers say how many these are
   * @param counts what adds up over people
   * @param dontKnow how often the others said that they do not know; 0 where that is not told
   * @param said numbers that do not add up, as text
   */
  record Figure(int people, boolean exact, List<Long> counts, long dontKnow, String said) {
    /** What lies between two states of a figure. */
    List<Long> minus(Figure earlier) {
      return IntStream.range(0, counts.size())
          .mapToObj(place -> counts.get(place) - earlier.counts.get(place))
          .toList();
    }

    boolean fits(Figure other) {
      return counts.size() == other.counts.size();
    }
  }

  /**
   * @param report as the API tells it
   * @param sums those of the bundle, or null
   */
  static Published of(JsonObject report, JsonObject sums) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    for (JsonObject area : objects(report.getJsonArray("areas"))) {
      String id = area.getString("id");
      put(figures, id + " answers", answers(area, ofArea(sums, id)));
      put(figures, id + " coverage", coverage(area));
    }
    if (sums != null) {
      for (JsonObject area : objects(sums.getJsonArray("areas"))) {
        fromSums(figures, area);
      }
      JsonObject votes = sums.getJsonObject("votes");
      if (votes != null) {
        put(
            figures,
            "votes",
            new Figure(
                votes.getInteger("voters"), true, longs(votes.getJsonArray("votes")), 0, ""));
      }
    }
    String rest =
        String.join(
            "\n",
            String.valueOf(report.getValue("verdict")),
            String.valueOf(report.getValue("roles")),
            String.valueOf(report.getValue("stability")),
            String.valueOf(report.getValue("nextSteps")));
    return new Published(
        report.getInteger("n"),
        report.getInteger("received") + " of " + report.getInteger("size"),
        figures,
        rest);
  }

  private static Figure answers(JsonObject area, JsonObject sums) {
    JsonArray distribution = area.getJsonArray("distribution");
    if (distribution == null) {
      return null;
    }
    List<Long> counts = longs(distribution);
    // without the bundle: everybody may have answered one wording only
    long given = counts.stream().mapToLong(Long::longValue).sum();
    JsonObject struggle = sums == null ? null : sums.getJsonObject("struggle");
    int people = struggle == null ? (int) ((given + 1) / 2) : struggle.getInteger("raters");
    return new Figure(
        people,
        struggle != null,
        counts,
        area.getLong("dontKnow"),
        String.valueOf(area.getValue("struggle")));
  }

  private static Figure coverage(JsonObject area) {
    JsonArray coverage = area.getJsonArray("coverage");
    if (coverage == null) {
      return null;
    }
    List<Long> counts = longs(coverage);
    int people = (int) counts.stream().mapToLong(Long::longValue).sum();
    return new Figure(people, true, counts, 0, String.valueOf(area.getValue("gap")));
  }

  private static void fromSums(Map<String, Figure> figures, JsonObject area) {
    JsonObject struggle = area.getJsonObject("struggle");
    if (struggle == null) {
      return;
    }
    for (String wording : List.of("a", "b")) {
      JsonObject sums = struggle.getJsonObject(wording);
      if (sums != null) {
        put(
            figures,
            area.getString("id") + " wording " + wording,
            new Figure(sums.getInteger("raters"), true, List.of(sums.getLong("points")), 0, ""));
      }
    }
    JsonObject complete = struggle.getJsonObject("complete");
    if (complete != null) {
      put(
          figures,
          area.getString("id") + " complete",
          new Figure(complete.getInteger("raters"), true, List.of(), 0, complete.encode()));
    }
  }

  private static void put(Map<String, Figure> figures, String name, Figure figure) {
    if (figure != null) {
      figures.put(name, figure);
    }
  }

  private static JsonObject ofArea(JsonObject sums, String id) {
    return sums == null
        ? null
        : objects(sums.getJsonArray("areas")).stream()
            .filter(area -> id.equals(area.getString("id")))
            .findFirst()
            .orElse(null);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  private static List<Long> longs(JsonArray array) {
    return array.stream().map(number -> ((Number) number).longValue()).toList();
  }
}
