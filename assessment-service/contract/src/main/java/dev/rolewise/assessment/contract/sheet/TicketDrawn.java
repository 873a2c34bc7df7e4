package dev.rolewise.assessment.contract.sheet;

import io.vertx.core.json.JsonObject;

/**
 * A single-use ticket.
 *
 * @param ticket 26 characters of Crockford's base 32 (128 bits)
 */
public record TicketDrawn(String ticket) {
  /**
   * Maps to the wire.
   *
   * @return {@code {ticket}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("ticket", ticket);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {ticket}}
   * @return the reply
   */
  public static TicketDrawn fromJson(JsonObject json) {
    return new TicketDrawn(json.getString("ticket"));
  }
}
