package dev.rolewise.content.contract;

import io.vertx.core.json.JsonObject;

/**
 * Asks for a list, or for the glossary.
 *
 * @param locale the language wanted, as an IETF tag; null or unknown means the pack's default
 */
public record CatalogueRequest(String locale) {
  /**
   * Reads a request body.
   *
   * @throws MalformedRequest when {@code locale} is no text
   */
  public static CatalogueRequest from(JsonObject body) {
    return new CatalogueRequest(new RequestFields(body).optionalText("locale"));
  }

  /** The body to send. */
  public JsonObject toJson() {
    return new JsonObject().put("locale", locale);
  }
}
