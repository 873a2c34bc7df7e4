package dev.rolewise.gateway.content;

import io.vertx.core.json.JsonObject;

/** A document as it was read for something that is made of it, and how far it can be trusted. */
public final class ReadDocument {
  private final KeptDocument kept;
  private final Freshness freshness;

  ReadDocument(KeptDocument kept, Freshness freshness) {
    this.kept = kept;
    this.freshness = freshness;
  }

  /** What it says; shared, and so only to be read. */
  public JsonObject fields() {
    return kept.fields();
  }

  /** The one it is in; null when it is in none. */
  public String language() {
    return kept.document().language();
  }

  KeptDocument kept() {
    return kept;
  }

  Freshness freshness() {
    return freshness;
  }
}
