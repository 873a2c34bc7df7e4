package dev.rolewise.assessment.contract.team;

import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the organiser says about the team once; no names, no functions.
 *
 * @param goal what the team works on, at most 300 characters, or null
 * @param initiatives connected initiatives the team works on, 1 to 99
 * @param rolesPresent ids of roles the team already has, each once
 */
public record TeamContext(String goal, int initiatives, List<String> rolesPresent) {
  /** Most characters of the goal. */
  public static final int LONGEST_GOAL = 300;

  /** Most connected initiatives. */
  public static final int MOST_INITIATIVES = 99;

  /** Most roles that can be named as present; which there are is the content's to say. */
  public static final int MOST_ROLES = 12;

  private static final Pattern ROLE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** Copies the list. */
  public TeamContext {
    rolesPresent = List.copyOf(rolesPresent);
  }

  /**
   * The context of a team about which nothing was said.
   *
   * @return no goal, one initiative, no roles
   */
  public static TeamContext empty() {
    return new TeamContext(null, 1, List.of());
  }

  /**
   * Maps to the wire.
   *
   * @return {@code {goal, initiatives, rolesPresent}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("goal", goal)
        .put("initiatives", initiatives)
        .put("rolesPresent", new JsonArray(rolesPresent));
  }

  /**
   * Maps a reply from the wire.
   *
   * @param json {@code {goal, initiatives, rolesPresent}}
   * @return the context
   */
  public static TeamContext fromJson(JsonObject json) {
    return new TeamContext(
        json.getString("goal"),
        json.getInteger("initiatives", 1),
        json.getJsonArray("rolesPresent", new JsonArray()).stream()
            .map(String.class::cast)
            .toList());
  }

  /**
   * Reads what a request says on top of an earlier context; absent fields keep their value.
   *
   * @param reader the {@code context} object, null when the request has none
   * @param before the earlier context
   * @return the new context; meaningless when the reader noted faults
   */
  public static TeamContext read(MessageReader reader, TeamContext before) {
    if (reader == null) {
      return before;
    }
    String goal = reader.has("goal") ? reader.text("goal", 0, LONGEST_GOAL, true) : before.goal();
    Integer initiatives = reader.number("initiatives", 1, MOST_INITIATIVES);
    List<String> roles = reader.words("rolesPresent", ROLE, MOST_ROLES);
    return new TeamContext(
        goal == null || goal.isEmpty() ? null : goal,
        initiatives == null ? before.initiatives() : initiatives,
        roles == null ? before.rolesPresent() : roles);
  }
}
