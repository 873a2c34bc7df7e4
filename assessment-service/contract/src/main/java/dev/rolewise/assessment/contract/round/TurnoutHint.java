package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonObject;

/**
 * Published after a change of a round; receivers may miss one and re-read the round.
 *
 * @param round id of the round
 * @param turnout the count
 * @param state "open", "closed" or "deleted"
 */
public record TurnoutHint(String round, Turnout turnout, String state) {
  /**
   * Maps to the wire.
   *
   * @return {@code {round, version, n, size, state}}
   */
  public JsonObject toJson() {
    return turnout.toJson().put("round", round).put("state", state);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {round, version, n, size, state}}
   * @return the hint
   */
  public static TurnoutHint fromJson(JsonObject json) {
    return new TurnoutHint(
        json.getString("round"), Turnout.fromJson(json), json.getString("state"));
  }
}
