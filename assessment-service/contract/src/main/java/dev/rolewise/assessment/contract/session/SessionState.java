package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A live session.
 *
 * @param ends RFC 3339 moment at which it ends in any case
 * @param teams the teams that the identity owns, by name
 */
public record SessionState(String ends, List<OwnTeam> teams) {
  /** Copies the list. */
  public SessionState {
    teams = List.copyOf(teams);
  }

  /**
   * A team somebody owns.
   *
   * @param id random id
   * @param name its name
   */
  public record OwnTeam(String id, String name) {
    /**
     * Maps to the wire.
     *
     * @return {@code {id, name}}
     */
    public JsonObject toJson() {
      return new JsonObject().put("id", id).put("name", name);
    }

    /**
     * Maps from the wire.
     *
     * @param json {@code {id, name}}
     * @return the team
     */
    public static OwnTeam fromJson(JsonObject json) {
      return new OwnTeam(json.getString("id"), json.getString("name"));
    }
  }

  /**
   * Maps to the wire.
   *
   * @return {@code {ends, teams: [{id, name}]}}
   */
  public JsonObject toJson() {
    JsonArray list = new JsonArray();
    teams.forEach(team -> list.add(team.toJson()));
    return new JsonObject().put("ends", ends).put("teams", list);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {ends, teams: [{id, name}]}}
   * @return the reply
   */
  public static SessionState fromJson(JsonObject json) {
    return new SessionState(
        json.getString("ends"),
        json.getJsonArray("teams").stream()
            .map(team -> OwnTeam.fromJson((JsonObject) team))
            .toList());
  }
}
