package dev.rolewise.assessment.contract.sheet;

import io.vertx.core.json.JsonObject;

/**
 * The acknowledgement of a stored sheet.
 *
 * @param receipt random; belongs to the ticket, never to the sheet
 */
public record SheetAccepted(String receipt) {
  /**
   * Maps to the wire.
   *
   * @return {@code {receipt}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("receipt", receipt);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {receipt}}
   * @return the reply
   */
  public static SheetAccepted fromJson(JsonObject json) {
    return new SheetAccepted(json.getString("receipt"));
  }
}
