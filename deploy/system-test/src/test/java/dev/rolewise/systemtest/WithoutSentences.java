package dev.rolewise.systemtest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A document without its wording, which another version may have changed. */
final class WithoutSentences {

  private WithoutSentences() {}

  static JsonObject of(JsonObject document) {
    return (JsonObject) value(document);
  }

  private static Object value(Object json) {
    if (json instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object.forEach(field -> copy.put(field.getKey(), value(field.getValue())));
      return copy;
    }
    if (json instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(item -> copy.add(value(item)));
      return copy;
    }
    return json instanceof String text && text.contains(" ") ? "…" : json;
  }
}
