package dev.rolewise.content.pack;

import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A pack as it was read.
 *
 * @param manifest what it says about itself
 * @param documents everything in it, ordered by kind and id
 */
public record Pack(Manifest manifest, List<Document> documents) {
  /** Keeps its own copy of the documents. */
  public Pack {
    documents = List.copyOf(documents);
  }

  /** The documents of one kind. */
  public List<Document> documents(DocumentKind kind) {
    return documents.stream().filter(document -> document.kind() == kind).toList();
  }

  /** SHA-256, hexadecimal, over the manifest and the hash of every document. */
  public String hash() {
    JsonObject hashes = new JsonObject();
    documents.forEach(document -> hashes.put(document.file(), document.hash()));
    return CanonicalJson.sha256(
        new JsonObject().put("manifest", manifest.toJson()).put("documents", hashes));
  }
}
