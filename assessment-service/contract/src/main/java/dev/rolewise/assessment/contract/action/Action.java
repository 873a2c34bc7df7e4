package dev.rolewise.assessment.contract.action;

import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * Something that a team has agreed to do. It belongs to the team and outlives rounds, so that what
 * was agreed after one round lies on the table at the next.
 *
 * @param id random id
 * @param text what, one line
 * @param area id of the responsibility it is about, or null
 * @param owner who takes it on, or null
 * @param due date or null
 * @param state "open", "done" or "dropped"
 * @param createdOn date in UTC
 */
public record Action(
    String id, String text, String area, String owner, String due, String state, String createdOn) {
  /** The states there are. */
  public static final Set<String> STATES = Set.of("open", "done", "dropped");

  /** Most characters of the text. */
  public static final int LONGEST_TEXT = 200;

  /** Most characters of an owner. */
  public static final int LONGEST_OWNER = 80;

  /** Most actions of a team, done and dropped ones included. */
  public static final int MOST = 100;

  /**
   * Maps to the wire.
   *
   * @return every field
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("text", text)
        .put("area", area)
        .put("owner", owner)
        .put("due", due)
        .put("state", state)
        .put("createdOn", createdOn);
  }

  /**
   * Maps from the wire.
   *
   * @param json an action
   * @return the action
   */
  public static Action fromJson(JsonObject json) {
    return new Action(
        json.getString("id"),
        json.getString("text"),
        json.getString("area"),
        json.getString("owner"),
        json.getString("due"),
        json.getString("state"),
        json.getString("createdOn"));
  }
}
