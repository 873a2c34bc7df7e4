package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * Somebody comes back from the issuer; an attempt can be taken once, whatever comes of it.
 *
 * @param attempt from the cookie
 * @param state from the address
 */
public record TakeLogin(String attempt, String state) {
  /**
   * Maps to the wire.
   *
   * @return {@code {attempt, state}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("attempt", attempt).put("state", state);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static TakeLogin fromJson(JsonObject json) {
    return new TakeLogin(json.getString("attempt", ""), json.getString("state", ""));
  }
}
