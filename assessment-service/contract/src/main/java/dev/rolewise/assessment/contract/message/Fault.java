package dev.rolewise.assessment.contract.message;

import io.vertx.core.json.JsonObject;

/**
 * One wrong value of a message.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body
 * @param code one of {@link FaultCode}
 */
public record Fault(String pointer, String code) {
  /**
   * Maps to the wire.
   *
   * @return {@code {pointer, code}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("pointer", pointer).put("code", code);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {pointer, code}}
   * @return the fault
   */
  public static Fault fromJson(JsonObject json) {
    return new Fault(json.getString("pointer"), json.getString("code"));
  }
}
