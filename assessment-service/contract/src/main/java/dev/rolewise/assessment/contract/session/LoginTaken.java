package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * What an attempt was begun with.
 *
 * @param nonce the ID token has to carry it
 * @param verifier PKCE, goes to the issuer with the code
 * @param returnTo path of our own to come back to
 */
public record LoginTaken(String nonce, String verifier, String returnTo) {
  /**
   * Maps to the wire.
   *
   * @return {@code {nonce, verifier, returnTo}}
   */
  public JsonObject toJson() {
    return new JsonObject().put("nonce", nonce).put("verifier", verifier).put("returnTo", returnTo);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {nonce, verifier, returnTo}}
   * @return the reply
   */
  public static LoginTaken fromJson(JsonObject json) {
    return new LoginTaken(
        json.getString("nonce"), json.getString("verifier"), json.getString("returnTo"));
  }
}
