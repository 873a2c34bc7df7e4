package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * Asks for one instrument in one language.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param id the instrument's id, such as {@code role-gap-scan}
 * @param version its version, 1 or higher; null means the current one
 */
public record InstrumentRequest(String locale, String id, Integer version) {
  /** Refuses a missing id. */
  public InstrumentRequest {
    Objects.requireNonNull(id, "id");
  }

  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code id} is missing, a field is of the wrong type or {@code
   *     version} is below 1
   */
  public static InstrumentRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new InstrumentRequest(
        fields.optionalText("locale"), fields.text("id"), fields.optionalVersion("version"));
  }

  /** The body to send; without {@code version} when the current one is asked for. */
  public JsonObject toJson() {
    JsonObject body = new JsonObject().put("locale", locale).put("id", id);
    return version == null ? body : body.put("version", version);
  }
}
