package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * Somebody gives up a team of their own; the team stays.
 *
 * @param session the cookie's secret, or null
 * @param team the team
 * @param lastMay whether the last owner may go, too: only where organisers get in by links as well
 */
public record LeaveTeam(String session, String team, boolean lastMay) {
  /**
   * Maps to the wire.
   *
   * @return {@code {session, team, lastMay}}
   */
  public JsonObject toJson() {
    return new SessionRequest(session, team).toJson().put("lastMay", lastMay);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request; the last owner stays unless it says otherwise
   */
  public static LeaveTeam fromJson(JsonObject json) {
    SessionRequest request = SessionRequest.fromJson(json);
    return new LeaveTeam(
        request.session(), request.team(), Boolean.TRUE.equals(json.getValue("lastMay")));
  }
}
