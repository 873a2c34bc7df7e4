package dev.rolewise.assessment.contract.session;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;

/**
 * A request that stands on a session.
 *
 * @param session the cookie's secret, or null
 * @param team the team it is about, or null
 */
public record SessionRequest(String session, String team) {
  /**
   * About the session itself.
   *
   * @param session the cookie's secret
   * @return the request
   */
  public static SessionRequest of(String session) {
    return new SessionRequest(session, null);
  }

  /**
   * Maps to the wire.
   *
   * @return {@code {session, team?}}
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject().put("session", session);
    return team == null ? json : json.put("team", team);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static SessionRequest fromJson(JsonObject json) {
    return new SessionRequest(sessionOf(json), json.getString("team"));
  }

  /**
   * Reads the session of any request that may carry one beside its token.
   *
   * @param json the message
   * @return the secret, or null when there is none that could be ours
   */
  public static String sessionOf(JsonObject json) {
    return json.getValue("session") instanceof String session
            && !session.isBlank()
            && session.length() <= TokenRequest.LONGEST_TOKEN
        ? session
        : null;
  }
}
