package dev.rolewise.bench.report;

import dev.rolewise.bench.Effort;
import dev.rolewise.bench.Row;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * What a run came to.
 *
 * @param seconds it took
 */
public record Measured(Machine machine, Effort effort, long seconds, List<Row> rows) {

  public JsonObject toJson() {
    JsonArray all = new JsonArray();
    rows.forEach(row -> all.add(toJson(row)));
    return new JsonObject()
        .put("when", machine.when().toString())
        .put("machine", machine.said())
        .put("rounds", effort.rounds())
        .put("seconds", seconds)
        .put("rows", all);
  }

  private static JsonObject toJson(Row row) {
    JsonObject json =
        new JsonObject()
            .put("goal", row.goal())
            .put("what", row.what())
            .put("yardstick", row.yardstick())
            .put("unit", row.unit().strip())
            .put("value", Double.isInfinite(row.value()) ? null : row.value())
            .put(
                "samples",
                new JsonArray(
                    Arrays.stream(row.samples()).filter(Double::isFinite).boxed().toList()))
            .put("verdict", row.verdict().said());
    return row.verdict() == Row.Verdict.TOLD
        ? json
        : json.put("better", row.better().name().toLowerCase(java.util.Locale.ROOT))
            .put("floor", row.floor())
            .put("aim", row.aim());
  }
}
