package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * Somebody has signed in. The gateway has validated what the issuer says and sends a fingerprint of
 * it: the issuer's word for somebody never travels.
 *
 * @param identity 64 hexadecimal digits: SHA-256 over issuer and subject
 * @param idleMinutes the session ends after so long without use
 * @param absoluteMinutes and after so long in any case
 * @param replaces an earlier session of the same browser, which ends now, or null
 */
public record CreateSession(
    String identity, int idleMinutes, int absoluteMinutes, String replaces) {
  /**
   * Maps to the wire.
   *
   * @return {@code {identity, idleMinutes, absoluteMinutes, replaces}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("identity", identity)
        .put("idleMinutes", idleMinutes)
        .put("absoluteMinutes", absoluteMinutes)
        .put("replaces", replaces);
  }

  /**
   * Maps from the wire.
   *
   * @param json the message
   * @return the request
   */
  public static CreateSession fromJson(JsonObject json) {
    return new CreateSession(
        json.getString("identity", ""),
        json.getInteger("idleMinutes", 30),
        json.getInteger("absoluteMinutes", 720),
        json.getString("replaces"));
  }
}
