package dev.rolewise.assessment.contract.message;

import io.vertx.core.json.JsonObject;

/**
 * A request for a public document in one language; with a token where the document needs a right.
 *
 * @param token bearer secret, null for public documents
 * @param locale language asked for, null for the default; an unknown one falls back to the default
 */
public record LocaleRequest(String token, String locale) {
  /**
   * Maps to the wire.
   *
   * @return {@code {token?, locale}}
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject().put("locale", locale);
    return token == null ? json : json.put("token", token);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static LocaleRequest fromJson(JsonObject json) {
    return new LocaleRequest(TokenRequest.tokenOf(json), localeOf(json));
  }

  /**
   * Reads the language of any request.
   *
   * @param json the message
   * @return the language tag or null
   */
  public static String localeOf(JsonObject json) {
    return json.getValue("locale") instanceof String locale ? locale : null;
  }
}
