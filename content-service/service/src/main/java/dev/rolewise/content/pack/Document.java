package dev.rolewise.content.pack;

import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One document of a pack.
 *
 * @param kind what it is
 * @param id its file's name without {@code .json}
 * @param structure the document with a reference {@code $key} in place of every text
 * @param texts per language the texts by key
 */
public record Document(
    DocumentKind kind, String id, JsonObject structure, Map<String, JsonObject> texts) {
  /** Keeps its own copy of the map, languages in order. */
  public Document {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /** Path of the structure inside the pack. */
  public String file() {
    return kind.folder() + "/" + id + ".json";
  }

  /** Path of the texts in one language inside the pack. */
  public String textsFile(String language) {
    return "texts/" + language + "/" + file();
  }

  /** How many characters its texts have, in all languages. */
  public int characters() {
    return texts.values().stream()
        .flatMap(each -> each.getMap().values().stream())
        .mapToInt(text -> text instanceof String said ? said.length() : 0)
        .sum();
  }

  /** All texts as one object: language to key to text. */
  public JsonObject textsJson() {
    JsonObject all = new JsonObject();
    texts.forEach(all::put);
    return all;
  }

  /**
   * SHA-256, hexadecimal, over the RFC 8785 form of {@code {"structure": …, "texts": …}}. For an
   * instrument this is the hash that rounds pin and reports carry.
   */
  public String hash() {
    return CanonicalJson.sha256(
        new JsonObject().put("structure", structure).put("texts", textsJson()));
  }
}
