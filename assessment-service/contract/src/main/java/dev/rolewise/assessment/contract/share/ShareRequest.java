package dev.rolewise.assessment.contract.share;

import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.json.JsonObject;

/**
 * A request about one share.
 *
 * @param token bearer secret or null
 * @param share id of the share
 */
public record ShareRequest(String token, String share) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token, share}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("token", token).put("share", share);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {token, share}}
   * @return the request
   */
  public static ShareRequest fromJson(JsonObject json) {
    return new ShareRequest(
        TokenRequest.tokenOf(json), json.getValue("share") instanceof String share ? share : null);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ShareRequest[share=" + share + "]";
  }
}
