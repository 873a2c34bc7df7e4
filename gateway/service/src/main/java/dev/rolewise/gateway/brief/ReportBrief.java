package dev.rolewise.gateway.brief;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The brief of a role cut down to what a report leaves open, with what the report says about that.
 */
public final class ReportBrief {
  private ReportBrief() {}

  /**
   * Cuts a brief down.
   *
   * @param report as its reader sees it
   * @param vacancy what it leaves open in the role
   * @param whole the brief of that role
   */
  public static JsonObject of(JsonObject report, Vacancy vacancy, JsonObject whole) {
    Set<String> open = new HashSet<>();
    vacancy.areas().forEach(area -> open.add(area.getString("id")));
    JsonArray responsibilities = new JsonArray();
    Set<String> kept = new HashSet<>();
    Set<String> described = new HashSet<>();
    for (JsonObject responsibility : objects(whole.getJsonArray("responsibilities"))) {
      List<String> areas =
          responsibility.getJsonArray("areas").stream().map(String.class::cast).toList();
      if (areas.stream().anyMatch(open::contains)) {
        responsibilities.add(responsibility);
        kept.add(responsibility.getString("id"));
        described.addAll(areas);
      }
    }
    // an area that the library says nothing about, as another questionnaire may have one
    vacancy.areas().stream()
        .filter(area -> !described.contains(area.getString("id")))
        .forEach(area -> responsibilities.add(undescribed(area)));
    Predicate<JsonObject> belongs =
        entry ->
            entry.getString("responsibility") == null
                || kept.contains(entry.getString("responsibility"));
    JsonArray firstDays = new JsonArray();
    for (JsonObject phase : objects(whole.getJsonArray("firstDays"))) {
      firstDays.add(phase.copy().put("steps", only(phase.getJsonArray("steps"), belongs)));
    }
    return whole
        .copy()
        .put("report", shown(report, vacancy))
        .put("responsibilities", responsibilities)
        .put("firstDays", firstDays)
        .put("questions", only(whole.getJsonArray("questions"), belongs));
  }

  private static JsonObject undescribed(JsonObject area) {
    return new JsonObject()
        .put("id", area.getString("id"))
        .put("name", area.getString("name"))
        .put("text", area.getString("question"))
        .put("areas", new JsonArray().add(area.getString("id")));
  }

  private static JsonObject shown(JsonObject report, Vacancy vacancy) {
    JsonObject round = report.getJsonObject("round");
    JsonArray areas = new JsonArray();
    vacancy.areas().forEach(area -> areas.add(named(area).put("standing", Vacancy.standing(area))));
    JsonArray discuss = new JsonArray();
    vacancy
        .discuss()
        .forEach(area -> discuss.add(named(area).put("question", area.getString("question"))));
    return new JsonObject()
        .put(
            "round",
            new JsonObject()
                .put("id", round.getString("id"))
                .put("openedOn", round.getString("openedOn"))
                .put("closedOn", round.getString("closedOn")))
        .put("team", round.getJsonObject("team").getString("name"))
        .put("instrument", report.getJsonObject("instrument"))
        .put("areas", areas)
        .put("discuss", discuss);
  }

  private static JsonObject named(JsonObject area) {
    return new JsonObject().put("id", area.getString("id")).put("name", area.getString("name"));
  }

  private static JsonArray only(JsonArray entries, Predicate<JsonObject> belongs) {
    List<JsonObject> kept = new ArrayList<>(objects(entries));
    kept.removeIf(belongs.negate());
    return new JsonArray(kept);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
