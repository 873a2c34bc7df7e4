package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;

/**
 * Asks for all that somebody can look up who does it.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 * @param role only what this role does or faces; null for all
 */
public record ResponsibilityListRequest(String locale, String role) {
  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when a field is no text
   */
  public static ResponsibilityListRequest from(JsonObject body) {
    RequestFields fields = new RequestFields(body);
    return new ResponsibilityListRequest(
        fields.optionalText("locale"), fields.optionalText("role"));
  }

  /** The body to send; without {@code role} when all are asked for. */
  public JsonObject toJson() {
    JsonObject body = new JsonObject().put("locale", locale);
    return role == null ? body : body.put("role", role);
  }
}
