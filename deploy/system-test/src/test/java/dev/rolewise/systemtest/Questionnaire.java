package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The published questionnaire as a member's device sees it, and what a person of a given opinion
 * sends in.
 */
record Questionnaire(JsonObject document, int initiatives) {

  /**
   * How one person sees one side: struggle 0 (never) to 4 (almost always), coverage option 1 to 5.
   */
  record Opinion(int struggle, int coverage) {}

  static Questionnaire read(Api api, int initiatives) {
    return new Questionnaire(
        api.get("/api/v1/instruments/role-gap-scan/versions/1?locale=en").expect(200).json(),
        initiatives);
  }

  /** A whole sheet of somebody who thinks the same of every area of a side. */
  JsonObject sheet(Map<String, Opinion> bySide) {
    Map<String, String> sideOfArea = new HashMap<>();
    JsonObject answers = new JsonObject();
    JsonObject coverage = new JsonObject();
    JsonObject votes = new JsonObject();
    Set<String> sides = sidesAsked();
    for (JsonObject area : objects("areas")) {
      String side = area.getString("side");
      if (sides.contains(side)) {
        sideOfArea.put(area.getString("id"), side);
        coverage.put(area.getString("id"), bySide.get(side).coverage());
      }
    }
    for (JsonObject item : objects("items")) {
      String side = sideOfArea.get(item.getString("area"));
      if (side != null) {
        int struggle = bySide.get(side).struggle();
        answers.put(item.getString("id"), item.getBoolean("reversed") ? 4 - struggle : struggle);
      }
    }
    for (JsonObject scenario : objects("scenarios")) {
      votes.put(scenario.getString("id"), vote(bySide, sides));
    }
    return new JsonObject()
        .put("instrument", new JsonObject().put("id", "role-gap-scan").put("version", 1))
        .put("answers", answers)
        .put("coverage", coverage)
        .put("scenarios", votes);
  }

  Set<String> sidesAsked() {
    Set<String> asked = new HashSet<>();
    for (JsonObject side : objects("sides")) {
      if (side.getInteger("minimumInitiatives") <= initiatives) {
        asked.add(side.getString("id"));
      }
    }
    return asked;
  }

  private static String vote(Map<String, Opinion> bySide, Set<String> sides) {
    String loudest = "none";
    int most = 1;
    for (var entry : Map.of("product", "P", "project", "J", "programme", "G").entrySet()) {
      if (sides.contains(entry.getKey()) && bySide.get(entry.getKey()).struggle() > most) {
        most = bySide.get(entry.getKey()).struggle();
        loudest = entry.getValue();
      }
    }
    return loudest;
  }

  private List<JsonObject> objects(String field) {
    JsonArray array = document.getJsonArray(field);
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
