package dev.rolewise.assessment.contract.round;

import io.vertx.core.json.JsonObject;

/**
 * The pinned version of an instrument.
 *
 * @param id instrument id
 * @param version counts from 1
 * @param hash SHA-256 as 64 hexadecimal digits
 */
public record InstrumentRef(String id, int version, String hash) {
  /**
   * Maps to the wire.
   *
   * @return {@code {id, version, hash}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("id", id).put("version", version).put("hash", hash);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {id, version, hash}}
   * @return the reference
   */
  public static InstrumentRef fromJson(JsonObject json) {
    return new InstrumentRef(
        json.getString("id"), json.getInteger("version"), json.getString("hash"));
  }
}
