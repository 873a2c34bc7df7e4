package dev.rolewise.content.editor;

import io.vertx.core.json.JsonObject;

/** How far the import has come that is under way. Confined to one event loop. */
public final class ImportProgress {
  private boolean underWay;
  private Integer documents;
  private int stored;
  private int searchable;

  /** Whether there is one. */
  boolean underWay() {
    return underWay;
  }

  void begin() {
    underWay = true;
    documents = null;
    stored = 0;
    searchable = 0;
  }

  /** It has been checked, and is fine. */
  void fine(int all) {
    documents = all;
  }

  void stored(int now) {
    stored = now;
  }

  void searchable(int now) {
    searchable = now;
  }

  void end() {
    underWay = false;
  }

  /** For editors: null while nothing is under way. */
  JsonObject toJson() {
    return underWay
        ? new JsonObject()
            .put("documents", documents)
            .put("stored", stored)
            .put("searchable", searchable)
        : null;
  }
}
