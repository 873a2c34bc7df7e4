package dev.rolewise.content.validation;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An instrument whose parts do not fit is refused before anybody can answer it. */
class SeededInstrumentMistakesTest {
  private static final String SCAN = "instruments/role-gap-scan.json";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "both wordings in a row",
            p -> p.swap(SCAN, "items", 1, 3),
            "/items/1",
            "follows the other wording of P1 with 1 initiative(s)"),
        mistake(
            "both wordings in a row once the programme drops out",
            p -> p.swap(SCAN, "items", 3, 4),
            "/items/3",
            "follows the other wording of J1 with 1 initiative(s)"),
        mistake(
            "an item without its area",
            p -> p.edit(SCAN, json -> at(json, "items", 0).put("area", "P9")),
            "/items/0/area",
            "names no area"),
        mistake(
            "an area with two items a",
            p ->
                p.edit(
                    SCAN, json -> at(json, "items", 3).put("wording", "a").put("reversed", false)),
            "/areas/0",
            "one item a and one item b"),
        mistake(
            "a b item that is not reversed",
            p -> p.edit(SCAN, json -> at(json, "items", 1).put("reversed", false)),
            "/items/1/reversed",
            "must be true"),
        mistake(
            "an area of no side",
            p -> p.edit(SCAN, json -> at(json, "areas", 0).put("side", "design")),
            "/areas/0/side",
            "names no side"),
        mistake(
            "a side that needs more areas than it has",
            p -> p.edit(SCAN, json -> at(json, "sides", 0).put("minimumAreas", 2)),
            "/sides/0/minimumAreas",
            "more than the side has"),
        mistake(
            "a side of another kind",
            p -> p.edit(SCAN, json -> at(json, "sides", 2).put("id", "design")),
            "/sides/2/id",
            "must be product, project or programme"),
        mistake(
            "a product side that waits for a second initiative",
            p -> p.edit(SCAN, json -> at(json, "sides", 0).put("minimumInitiatives", 2)),
            "/sides/0/minimumInitiatives",
            "must be 1"),
        mistake(
            "a programme side for one initiative",
            p -> p.edit(SCAN, json -> at(json, "sides", 2).put("minimumInitiatives", 1)),
            "/sides/2/minimumInitiatives",
            "must be 2 to 20"),
        mistake(
            "two sides with one role",
            p -> p.edit(SCAN, json -> at(json, "sides", 1).put("role", "product-manager")),
            "/sides/1/role",
            "is another side's role already"),
        mistake(
            "a single way to see an owner",
            p ->
                p.edit(
                    SCAN,
                    json -> {
                      json.getJsonObject("coverage").getJsonArray("options").remove(4);
                      json.getJsonObject("coverage").getJsonArray("options").remove(3);
                    }),
            "/coverage/options",
            "1 to 4 or 1 to 5"),
        mistake(
            "a scenario without a side's option",
            p -> p.edit(SCAN, json -> at(json, "scenarios", 0).getJsonArray("options").remove(0)),
            "/scenarios/0/options",
            "one option per side"),
        mistake(
            "an option on the wrong side",
            p -> p.edit(SCAN, json -> option(json, 0).put("side", "project")),
            "/scenarios/0/options/0",
            "must be a side's option"),
        mistake(
            "a hat for no area",
            p ->
                p.edit(
                    SCAN,
                    json ->
                        at(json.getJsonObject("parameters"), "hats", 0)
                            .put("areas", new JsonArray().add("P9"))),
            "/parameters/hats/0/areas/0",
            "names no area"),
        mistake(
            "coverage that goes up",
            p ->
                p.edit(
                    SCAN,
                    json ->
                        at(json.getJsonObject("coverage"), "options", 1).put("creditPercent", 100)),
            "/coverage/options/1/creditPercent",
            "lower than the one before"),
        mistake(
            "a scale out of order",
            p -> p.swap(SCAN, "scale/points", 0, 1),
            "/scale/points",
            "0 to 4, in order"),
        mistake(
            "a side's role without a name for sentences",
            p ->
                p.edit(
                    SCAN,
                    json ->
                        json.getJsonObject("report")
                            .getJsonObject("roles")
                            .remove("product-manager")),
            "/report/roles/product-manager",
            "is missing"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void isFoundAtItsPlace(
      String name, Consumer<PackFixture> mistake, String pointer, String reason) {
    PackFixture pack = new PackFixture();
    mistake.accept(pack);
    pack.assertFault(SCAN, pointer, reason);
  }

  private static JsonObject at(JsonObject parent, String list, int index) {
    return parent.getJsonArray(list).getJsonObject(index);
  }

  private static JsonObject option(JsonObject instrument, int index) {
    return at(at(instrument, "scenarios", 0), "options", index);
  }

  private static Arguments mistake(
      String name, Consumer<PackFixture> mistake, String pointer, String reason) {
    return arguments(name, mistake, pointer, reason);
  }
}
