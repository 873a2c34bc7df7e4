package dev.rolewise.assessment.contract.session;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;

/**
 * Somebody who is signed in holds the organiser link of a team and wants it to be theirs.
 *
 * @param session the cookie's secret, or null
 * @param token of the organiser link, or null
 */
public record ClaimTeam(String session, String token) {
  /**
   * Maps to the wire.
   *
   * @return {@code {session, token}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("session", session).put("token", token);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static ClaimTeam fromJson(JsonObject json) {
    return new ClaimTeam(SessionRequest.sessionOf(json), TokenRequest.tokenOf(json));
  }
}
