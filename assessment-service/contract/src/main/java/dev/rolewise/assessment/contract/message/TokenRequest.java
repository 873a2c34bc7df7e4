package dev.rolewise.assessment.contract.message;

import io.vertx.core.json.JsonObject;

/**
 * A request that needs nothing but a right.
 *
 * @param token bearer secret, null when the caller sent none
 */
public record TokenRequest(String token) {
  /** Most characters of a bearer secret; longer ones cannot be ours. */
  public static final int LONGEST_TOKEN = 128;

  /**
   * Maps to the wire.
   *
   * @return {@code {token}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("token", token);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static TokenRequest fromJson(JsonObject json) {
    return new TokenRequest(tokenOf(json));
  }

  /**
   * Reads the bearer secret of any request.
   *
   * @param json the message
   * @return the secret, or null when there is none that could be valid
   */
  public static String tokenOf(JsonObject json) {
    return json.getValue("token") instanceof String token && !token.isBlank() ? token : null;
  }
}
