package dev.rolewise.assessment.contract.action;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;

/**
 * A request about one action.
 *
 * @param token bearer secret or null
 * @param action id of the action
 */
public record ActionRequest(String token, String action) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token, action}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("token", token).put("action", action);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static ActionRequest fromJson(JsonObject json) {
    return new ActionRequest(
        TokenRequest.tokenOf(json),
        json.getValue("action") instanceof String action ? action : null);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ActionRequest[action=" + action + "]";
  }
}
