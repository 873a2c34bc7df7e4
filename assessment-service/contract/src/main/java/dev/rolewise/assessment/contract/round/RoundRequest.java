package dev.rolewise.assessment.contract.round;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;

/**
 * A request about one round of the token's team.
 *
 * @param token bearer secret or null
 * @param round id of the round or null; one of another team is as unknown as one that never was
 */
public record RoundRequest(String token, String round) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token, round}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("token", token).put("round", round);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static RoundRequest fromJson(JsonObject json) {
    return new RoundRequest(
        TokenRequest.tokenOf(json), json.getValue("round") instanceof String round ? round : null);
  }
}
