package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonObject;

/**
 * Published after a change of a round; receivers may miss one and re-read the round.
 *
 * @param round id of the round
 * @param turnout the count
 * @param state "open", "closed" or "deleted"
 * @param release version of a release while the round stays open; null for every other change
 */
public record TurnoutHint(String round, Turnout turnout, String state, Integer release) {
  /**
   * A change that released nothing while the round stayed open.
   *
   * @param round id of the round
   * @param turnout the count
   * @param state "open", "closed" or "deleted"
   */
  public TurnoutHint(String round, Turnout turnout, String state) {
    this(round, turnout, state, null);
  }

  /**
   * Maps to the wire.
   *
   * @return {@code {round, version, n, size, state, release?}}
   */
  public JsonObject toJson() {
    JsonObject json = turnout.toJson().put("round", round).put("state", state);
    return release == null ? json : json.put("release", release);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {round, version, n, size, state, release?}}
   * @return the hint
   */
  public static TurnoutHint fromJson(JsonObject json) {
    return new TurnoutHint(
        json.getString("round"),
        Turnout.fromJson(json),
        json.getString("state"),
        json.getInteger("release"));
  }
}
