package dev.rolewise.gateway.content;

import io.vertx.core.json.JsonObject;

/** A document in memory, and when it was last known to be right. Belongs to one event loop. */
final class KeptDocument {
  /** After so long it is looked up again: a hint about a publication can be lost. */
  static final long TRUSTED_NANOS = 60_000_000_000L;

  /** Between two tries while nobody answers. */
  static final long PAUSE_NANOS = 2_000_000_000L;

  private final CachedDocument document;
  private final long right;
  private JsonObject fields;
  private boolean replaced;
  private boolean unanswered;
  private long nextTry;

  KeptDocument(CachedDocument document, long now) {
    this.document = document;
    this.right = now;
    this.nextTry = now + TRUSTED_NANOS;
  }

  CachedDocument document() {
    return document;
  }

  /** What it says; read once, however many pages are made of it. */
  JsonObject fields() {
    if (fields == null) {
      fields = document.plain().toJsonObject();
    }
    return fields;
  }

  /** Something else was published since: not to be shown before that was asked for. */
  void replace(long now) {
    replaced = true;
    nextTry = now;
  }

  /** It was asked for in vain. */
  void missed(long now) {
    unanswered = true;
    nextTry = now + PAUSE_NANOS;
  }

  boolean isDue(long now) {
    return now - nextTry >= 0;
  }

  /** Whether readers have to wait for the answer of a look-up. */
  boolean isReplaced() {
    return replaced;
  }

  Freshness freshness(long now) {
    return replaced || unanswered
        ? Freshness.stale((now - right) / 1_000_000_000L)
        : Freshness.FRESH;
  }
}
