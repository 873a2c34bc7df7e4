package dev.rolewise.gateway.content;

import io.vertx.core.json.JsonObject;

/** A document as it was read for a page, and how far it can be trusted. */
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

  KeptDocument kept() {
    return kept;
  }

  Freshness freshness() {
    return freshness;
  }
}
