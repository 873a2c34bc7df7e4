package dev.rolewise.content.store;

import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.Manifest;
import io.vertx.core.json.JsonObject;

/** Reads a manifest as it is stored. */
final class StoredManifest {
  private StoredManifest() {}

  static Manifest of(JsonObject json) {
    return new Manifest(
        json.getString("id"),
        json.getInteger("version"),
        JsonItems.texts(json, "languages"),
        json.getString("defaultLanguage"));
  }
}
