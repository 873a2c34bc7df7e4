package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonObject;

/**
 * How many took part.
 *
 * @param n sheets received
 * @param size people announced
 * @param version grows with every change of the round
 */
public record Turnout(int n, int size, int version) {
  /**
   * Maps to the wire.
   *
   * @return {@code {n, size, version}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("n", n).put("size", size).put("version", version);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {n, size, version}}
   * @return the turnout
   */
  public static Turnout fromJson(JsonObject json) {
    return new Turnout(json.getInteger("n"), json.getInteger("size"), json.getInteger("version"));
  }
}
