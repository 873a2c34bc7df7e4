package dev.rolewise.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What the members of an invented team think: one side goes badly and nobody owns it, the others
 * are fine. Members differ a little, the same way every time.
 *
 * @param instrument the public questionnaire
 * @param badly id of the side that goes badly
 * @param initiatives number of connected initiatives; decides which sides are asked about
 */
record Opinion(JsonObject instrument, String badly, int initiatives) {

  private static final int MOST = 4;

  /** The sheet of one member, from 0. */
  JsonObject sheet(int member) {
    Map<String, String> sides = sidesOfAreas();
    JsonObject answers = new JsonObject();
    each(
        "items",
        item -> {
          String side = sides.get(item.getString("area"));
          if (side != null) {
            answers.put(item.getString("id"), answer(item, side.equals(badly), member));
          }
        });
    JsonObject coverage = new JsonObject();
    each(
        "areas",
        area -> {
          String side = sides.get(area.getString("id"));
          if (side != null) {
            coverage.put(
                area.getString("id"), coverage(area.getString("id"), side.equals(badly), member));
          }
        });
    JsonObject scenarios = new JsonObject();
    each("scenarios", scenario -> scenarios.put(scenario.getString("id"), vote(scenario)));
    return new JsonObject()
        .put(
            "instrument",
            new JsonObject()
                .put("id", instrument.getString("id"))
                .put("version", instrument.getInteger("version")))
        .put("answers", answers)
        .put("coverage", coverage)
        .put("scenarios", scenarios);
  }

  private int answer(JsonObject item, boolean bad, int member) {
    int struggle =
        bad ? MOST - spread(item.getString("id"), member) : spread(item.getString("id"), member);
    return item.getBoolean("reversed") ? MOST - struggle : struggle;
  }

  private int coverage(String area, boolean bad, int member) {
    // the first option: somebody's job; the last one: nobody's
    int last = instrument.getJsonObject("coverage").getJsonArray("options").size();
    return bad ? last - spread(area, member) : 1 + spread(area, member);
  }

  private String vote(JsonObject scenario) {
    JsonArray options = scenario.getJsonArray("options");
    for (int i = 0; i < options.size(); i++) {
      if (badly.equals(options.getJsonObject(i).getString("side"))) {
        return options.getJsonObject(i).getString("id");
      }
    }
    return options.getJsonObject(0).getString("id");
  }

  /** 0 for most, 1 for some: no team agrees on everything. */
  private static int spread(String id, int member) {
    return Math.floorMod(id.hashCode() + member * 7, 5) < 3 ? 0 : 1;
  }

  private Map<String, String> sidesOfAreas() {
    Set<String> asked =
        instrument.getJsonArray("sides").stream()
            .map(JsonObject.class::cast)
            .filter(side -> side.getInteger("minimumInitiatives") <= initiatives)
            .map(side -> side.getString("id"))
            .collect(Collectors.toSet());
    Map<String, String> sides = new HashMap<>();
    each(
        "areas",
        area -> {
          if (asked.contains(area.getString("side"))) {
            sides.put(area.getString("id"), area.getString("side"));
          }
        });
    return sides;
  }

  private void each(String list, Consumer<JsonObject> action) {
    instrument.getJsonArray(list).stream().map(JsonObject.class::cast).forEach(action);
  }
}
