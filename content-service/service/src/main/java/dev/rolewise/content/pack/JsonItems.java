package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Reads the arrays of a document whose shape has been checked. */
public final class JsonItems {
  private JsonItems() {}

  /** The objects of an array. */
  public static List<JsonObject> objects(JsonObject parent, String name) {
    JsonArray array = parent.getJsonArray(name);
    return array.stream().map(JsonObject.class::cast).toList();
  }

  /** The strings of an array. */
  public static List<String> texts(JsonObject parent, String name) {
    JsonArray array = parent.getJsonArray(name);
    return array.stream().map(String.class::cast).toList();
  }
}
