package dev.rolewise.content.pack;

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
    return hashes().pack();
  }

  /** Its own hash and that of every document. */
  public PackHashes hashes() {
    return PackHashes.of(this);
  }
}
