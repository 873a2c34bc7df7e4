package dev.rolewise.assessment.contract.share;

import io.vertx.core.json.JsonObject;

/**
 * A link that reads the report of one round; the link itself is told once, when it is made.
 *
 * @param id random id
 * @param round the round whose report it reads
 * @param expiresAt RFC 3339 moment from which on it reads nothing
 * @param comments whether it shows comments
 * @param createdOn date in UTC
 */
public record Share(String id, String round, String expiresAt, boolean comments, String createdOn) {
  /**
   * Maps to the wire.
   *
   * @return every field
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("id", id)
        .put("round", round)
        .put("expiresAt", expiresAt)
        .put("comments", comments)
        .put("createdOn", createdOn);
  }

  /**
   * Maps from the wire.
   *
   * @param json a share
   * @return the share
   */
  public static Share fromJson(JsonObject json) {
    return new Share(
        json.getString("id"),
        json.getString("round"),
        json.getString("expiresAt"),
        json.getBoolean("comments"),
        json.getString("createdOn"));
  }
}
