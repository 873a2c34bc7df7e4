package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * A new session.
 *
 * @param session the cookie's secret, told once
 * @param ends RFC 3339 moment at which it ends in any case
 */
public record SessionCreated(String session, String ends) {
  /**
   * Maps to the wire.
   *
   * @return {@code {session, ends}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("session", session).put("ends", ends);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {session, ends}}
   * @return the reply
   */
  public static SessionCreated fromJson(JsonObject json) {
    return new SessionCreated(json.getString("session"), json.getString("ends"));
  }
}
