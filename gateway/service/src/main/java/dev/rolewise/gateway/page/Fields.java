package dev.rolewise.gateway.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Looks into the documents that pages are made of; what is not there counts as empty. */
final class Fields {
  private Fields() {}

  static List<JsonObject> objects(JsonObject of, String name) {
    return of.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast).toList();
  }

  static List<String> texts(JsonObject of, String name) {
    return of.getJsonArray(name, new JsonArray()).stream().map(String.class::cast).toList();
  }

  static String text(JsonObject of, String name) {
    return optional(of, name).orElse("");
  }

  static Optional<String> optional(JsonObject of, String name) {
    return Optional.ofNullable(of.getString(name)).filter(text -> !text.isEmpty());
  }

  /** The name of one entry of a list, by its id. */
  static Optional<String> nameIn(List<JsonObject> entries, String id) {
    return entries.stream()
        .filter(entry -> text(entry, "id").equals(id))
        .findFirst()
        .flatMap(entry -> optional(entry, "name"));
  }
}
