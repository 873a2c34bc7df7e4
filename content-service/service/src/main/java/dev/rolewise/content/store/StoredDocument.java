package dev.rolewise.content.store;

import io.vertx.core.json.JsonObject;

/**
 * A document as it is stored.
 *
 * @param id its id
 * @param version its version, 1 or higher
 * @param hash its content hash
 * @param structure the document with references in place of texts
 * @param texts language to key to text
 */
public record StoredDocument(
    String id, int version, String hash, JsonObject structure, JsonObject texts) {}
