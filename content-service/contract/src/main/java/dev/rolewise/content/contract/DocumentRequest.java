package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks for one role, scenario or guide.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param id the document's id, such as {@code product-manager}
 */
public record DocumentRequest(String locale, String id) {
  /** Refuses a missing id. */
  public DocumentRequest {
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code id} is missing or a field is no text
   */
  public static DocumentRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new DocumentRequest(fields.optionalText("locale"), fields.text("id"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale).put("id", id);
  }
}
