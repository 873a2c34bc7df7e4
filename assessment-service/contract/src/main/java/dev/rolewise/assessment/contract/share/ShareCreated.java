package dev.rolewise.assessment.contract.share;

import io.vertx.core.json.JsonObject;

/**
 * A new link to a report.
 *
 * @param share what it allows
 * @param token its secret, told once
 */
public record ShareCreated(Share share, String token) {
  /**
   * Maps to the wire.
   *
   * @return {@code {share, report:{token}}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("share", share.toJson())
        .put("report", new JsonObject().put("token", token));
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {share, report:{token}}}
   * @return the new link
   */
  public static ShareCreated fromJson(JsonObject json) {
    return new ShareCreated(
        Share.fromJson(json.getJsonObject("share")),
        json.getJsonObject("report").getString("token"));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "ShareCreated[share=" + share + "]";
  }
}
