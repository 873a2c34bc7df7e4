package dev.rolewise.assessment.trend;

import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.trend.RoleInRound;
import dev.rolewise.assessment.scoring.trend.RoundInTrend;
import dev.rolewise.assessment.trend.TrendRounds.ClosedRound;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from a stored report what the trend compares. */
final class ScoredRounds {
  private ScoredRounds() {}

  /**
   * Reads a round.
   *
   * @param closed the round and its report
   * @param instrument the round's own, reduced to its initiatives
   */
  static RoundInTrend of(ClosedRound closed, Instrument instrument) {
    StoredRound round = closed.round();
    JsonObject report = closed.report().orElseGet(JsonObject::new);
    List<RoleInRound> roles =
        objects(report.getJsonArray("roles")).map(role -> role(role, report, instrument)).toList();
    return new RoundInTrend(
        round.id().toString(),
        report.getInteger("n", 0),
        round.size(),
        round.newcomers(),
        instrument.items().stream().map(Instrument.Item::id).collect(Collectors.toSet()),
        roles);
  }

  private static RoleInRound role(JsonObject role, JsonObject report, Instrument instrument) {
    String id = role.getString("id");
    Map<String, Set<String>> areas =
        objects(report.getJsonArray("areas"))
            .filter(area -> id.equals(area.getString("role")) && area.getBoolean("usable", false))
            .map(area -> area.getString("id"))
            .collect(Collectors.toMap(area -> area, area -> items(area, instrument)));
    return new RoleInRound(id, role.getDouble("struggle"), areas);
  }

  private static Set<String> items(String area, Instrument instrument) {
    return instrument.items().stream()
        .filter(item -> item.area().equals(area))
        .map(Instrument.Item::id)
        .collect(Collectors.toSet());
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
  }
}
