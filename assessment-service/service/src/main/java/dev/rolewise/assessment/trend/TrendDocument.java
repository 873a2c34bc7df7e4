package dev.rolewise.assessment.trend;

import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.trend.Change;
import dev.rolewise.assessment.scoring.trend.TrendPoint;
import dev.rolewise.assessment.trend.TrendRounds.ClosedRound;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Writes one round of a trend in the language of the reader, with the numbers as they are. */
final class TrendDocument {
  private TrendDocument() {}

  static JsonObject of(ClosedRound closed, InstrumentTexts texts, TrendPoint point) {
    StoredRound round = closed.round();
    JsonObject report = closed.report().orElseGet(JsonObject::new);
    JsonObject verdict = report.getJsonObject("verdict");
    return new JsonObject()
        .put(
            "round",
            new JsonObject()
                .put("id", round.id().toString())
                .put("openedOn", round.openedOn().toString())
                .put("closedOn", round.closedOn().toString()))
        .put("instrument", round.instrument().toJson())
        .put("engine", report.getString("engine"))
        .put("n", report.getInteger("n", 0))
        .put("received", round.received())
        .put("size", round.size())
        .put("newcomers", round.newcomers())
        .put("turnover", point.turnover().code())
        .put("comparable", point.comparable())
        .put("olderFigures", report.getBoolean("olderFigures", false))
        .put("verdict", verdict == null ? null : verdict(verdict, texts))
        .put(
            "roles",
            each(
                report.getJsonArray("roles"),
                role ->
                    scores(role)
                        .put("side", texts.sideOf(role.getString("id")))
                        .put("name", texts.roleLabel(role.getString("id")))
                        .put("interval", role.getJsonArray("interval"))))
        .put(
            "areas",
            each(
                report.getJsonArray("areas"),
                area ->
                    scores(area)
                        .put("role", area.getString("role"))
                        .put("side", texts.sideOf(area.getString("role")))
                        .put("name", texts.area(area.getString("id"), "name"))))
        .put("changes", changes(point.changes()))
        .put("sinceFirst", changes(point.sinceFirst()))
        .put(
            "gates",
            new JsonObject()
                .put("struggle", texts.parameter("struggleGate"))
                .put("gap", texts.parameter("gapGate")));
  }

  private static JsonObject verdict(JsonObject verdict, InstrumentTexts texts) {
    return new JsonObject()
        .put("code", verdict.getString("code"))
        .put("firmness", verdict.getString("firmness"))
        .put("confidence", verdict.getString("confidence"))
        .put("title", texts.verdict(verdict, "title"));
  }

  private static JsonObject scores(JsonObject scored) {
    return new JsonObject()
        .put("id", scored.getString("id"))
        .put("struggle", scored.getDouble("struggle"))
        .put("gap", scored.getDouble("gap"))
        .put("quadrant", scored.getString("quadrant"));
  }

  private static JsonArray changes(List<Change> changes) {
    JsonArray array = new JsonArray();
    changes.forEach(
        change ->
            array.add(
                new JsonObject()
                    .put("role", change.role())
                    .put("since", change.since())
                    .put("points", change.points())
                    .put("band", new JsonArray().add(change.low()).add(change.high()))
                    .put("direction", change.direction().code())));
    return array;
  }

  private static JsonArray each(JsonArray array, Function<JsonObject, JsonObject> map) {
    JsonArray mapped = new JsonArray();
    if (array != null) {
      array.stream().map(JsonObject.class::cast).map(map).forEach(mapped::add);
    }
    return mapped;
  }
}
