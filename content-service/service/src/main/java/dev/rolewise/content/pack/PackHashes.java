package dev.rolewise.content.pack;

import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * The hashes of a pack. Computing them takes its time with a large one: once, and where nobody
 * waits.
 *
 * @param pack of the pack as a whole
 * @param documents of each document, by its file
 */
public record PackHashes(String pack, Map<String, String> documents) {
  /** Keeps its own copy. */
  public PackHashes {
    documents = Map.copyOf(documents);
  }

  static PackHashes of(Pack pack) {
    Map<String, String> documents = new HashMap<>();
    pack.documents().forEach(document -> documents.put(document.file(), document.hash()));
    JsonObject all = new JsonObject();
    documents.forEach(all::put);
    return new PackHashes(
        CanonicalJson.sha256(
            new JsonObject().put("manifest", pack.manifest().toJson()).put("documents", all)),
        documents);
  }

  /** The hash of a document of the pack. */
  public String of(Document document) {
    return documents.get(document.file());
  }
}
