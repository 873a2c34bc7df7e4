package dev.rolewise.gateway.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A good body with one thing changed, for every place in it and many values. */
final class BodyVariations {
  /** Around every limit of the contract, and of every type. */
  private static final List<Object> VALUES =
      Arrays.asList(
          null,
          true,
          -1,
          0,
          1,
          2,
          3,
          4,
          5,
          6,
          99,
          100,
          500,
          501,
          1.5,
          "",
          " ",
          "x",
          "en",
          "nl",
          "open",
          "tickets",
          "turnout",
          "batches",
          "after-close",
          "none",
          "product-manager",
          "2027-12-01T16:00:00Z",
          "tomorrow",
          "a".repeat(64),
          "a".repeat(65),
          "a".repeat(80),
          "a".repeat(81),
          "a".repeat(300),
          "a".repeat(301),
          "a".repeat(1_000),
          "a".repeat(1_001),
          new JsonArray(),
          new JsonArray().add("x"),
          new JsonArray().add("product-manager"),
          new JsonArray().add("product-manager").add("product-manager"),
          new JsonArray().add(1),
          new JsonObject(),
          new JsonObject().put("surprise", 1));

  private final List<JsonObject> found = new ArrayList<>();
  private final JsonObject good;

  private BodyVariations(JsonObject good) {
    this.good = good;
  }

  /** The body itself, and every variation of it. */
  static List<JsonObject> of(JsonObject good) {
    BodyVariations variations = new BodyVariations(good);
    variations.found.add(good);
    variations.vary(List.of());
    return variations.found;
  }

  private void vary(List<String> place) {
    JsonObject here = at(good, place);
    add(place, "surprise", 1);
    for (String name : List.copyOf(here.fieldNames())) {
      JsonObject without = good.copy();
      at(without, place).remove(name);
      found.add(without);
      VALUES.forEach(value -> add(place, name, value));
      if (here.getValue(name) instanceof JsonObject) {
        List<String> deeper = new ArrayList<>(place);
        deeper.add(name);
        vary(deeper);
      }
    }
  }

  private void add(List<String> place, String name, Object value) {
    JsonObject varied = good.copy();
    at(varied, place).put(name, value);
    found.add(varied);
  }

  private static JsonObject at(JsonObject body, List<String> place) {
    JsonObject here = body;
    for (String name : place) {
      here = here.getJsonObject(name);
    }
    return here;
  }
}
