package dev.rolewise.content.pack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What {@code pack.json} says.
 *
 * @param id the pack's id
 * @param version 1 or higher; one more whenever anything in the pack changes after publication
 * @param languages in which every text exists
 * @param defaultLanguage for readers who ask for none of these
 */
public record Manifest(String id, int version, List<String> languages, String defaultLanguage) {
  /** Keeps its own copy of the languages. */
  public Manifest {
    languages = List.copyOf(languages);
  }

  /** The JSON it was read from. */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("version", version)
        .put("languages", new JsonArray(languages))
        .put("defaultLanguage", defaultLanguage);
  }
}
