package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * Somebody leaves for the issuer.
 *
 * @param returnTo path of our own to come back to
 */
public record BeginLogin(String returnTo) {
  /**
   * Maps to the wire.
   *
   * @return {@code {returnTo}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("returnTo", returnTo);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static BeginLogin fromJson(JsonObject json) {
    return new BeginLogin(json.getString("returnTo", "/"));
  }
}
