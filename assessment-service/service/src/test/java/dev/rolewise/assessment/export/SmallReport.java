package dev.rolewise.assessment.export;

import dev.rolewise.assessment.export.paper.PaperFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A report with hardly anything in it. */
public final class SmallReport {
  private static final byte[] PRINTED = PaperFile.of(report());

  private SmallReport() {}

  /**
   * Comes back once a PDF has been made in this process: the first one brings hundreds of classes,
   * for which a busy machine needs longer than anybody waits for an answer.
   */
  public static void printed() {
    if (PRINTED.length == 0) {
      throw new IllegalStateException("an empty PDF");
    }
  }

  /** The least that a report says. */
  public static JsonObject report() {
    JsonObject team = new JsonObject().put("name", "Noordzij");
    return new JsonObject()
        .put("locale", "nl")
        .put("round", new JsonObject().put("team", team).put("closedOn", "2026-03-06"))
        .put("instrument", new JsonObject().put("id", "x").put("version", 1).put("hash", "00"))
        .put("received", 0)
        .put("size", 4)
        .put("n", 0)
        .put("heldBack", 0)
        .put("k", 4)
        .put("engine", "role-gap/1")
        .put("roles", new JsonArray())
        .put("areas", new JsonArray())
        .put("nextSteps", new JsonArray())
        .put(
            "verdict",
            new JsonObject()
                .put("code", "NOT_ENOUGH_DATA")
                .put("title", "Te weinig")
                .put("text", "Te weinig."))
        .put(
            "method",
            new JsonObject()
                .put("struggleGate", 45)
                .put("gapGate", 40)
                .put("coverage", new JsonArray()));
  }
}
