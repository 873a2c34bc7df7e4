package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * An organiser token that dies with the session it was made for.
 *
 * @param token the token
 */
public record SessionToken(String token) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("token", token);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {token}}
   * @return the reply
   */
  public static SessionToken fromJson(JsonObject json) {
    return new SessionToken(json.getString("token"));
  }
}
