package dev.rolewise.assessment.contract.team;

import io.vertx.core.json.JsonObject;

/**
 * A new team with its secrets, shown once.
 *
 * @param team the team
 * @param token organiser token
 * @param recoveryCode gives a new organiser token when the old one is lost
 */
public record TeamCreated(Team team, String token, String recoveryCode) {
  /**
   * Maps to the wire; the gateway adds {@code organiser.link}.
   *
   * @return {@code {team, organiser: {token, recoveryCode}}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("team", team.toJson())
        .put("organiser", new JsonObject().put("token", token).put("recoveryCode", recoveryCode));
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {team, organiser: {token, recoveryCode}}}
   * @return the reply
   */
  public static TeamCreated fromJson(JsonObject json) {
    JsonObject organiser = json.getJsonObject("organiser");
    return new TeamCreated(
        Team.fromJson(json.getJsonObject("team")),
        organiser.getString("token"),
        organiser.getString("recoveryCode"));
  }
}
