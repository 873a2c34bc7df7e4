package dev.rolewise.content.library;

import dev.rolewise.content.pack.References;
import dev.rolewise.content.store.StoredDocument;
import io.vertx.core.json.JsonObject;

/**
 * A stored document in one language.
 *
 * @param language the language it is in
 * @param document the finished document
 */
public record Translation(String language, JsonObject document) {
  /**
   * Puts the texts into a document.
   *
   * @param wanted the language to use
   * @param otherwise the one to fall back to: an old version of an instrument lacks languages that
   *     came later
   */
  public static Translation of(StoredDocument stored, String wanted, String otherwise) {
    String language = stored.texts().containsKey(wanted) ? wanted : otherwise;
    JsonObject texts = stored.texts().getJsonObject(language);
    return new Translation(language, References.resolve(stored.structure(), texts));
  }
}
