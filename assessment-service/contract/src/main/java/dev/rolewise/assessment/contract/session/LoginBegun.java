package dev.rolewise.assessment.contract.session;

import io.vertx.core.json.JsonObject;

/**
 * What an attempt to sign in starts with; each part is random and good for this attempt only.
 *
 * @param attempt binds the attempt to one browser, as a cookie
 * @param state comes back in the callback's address
 * @param nonce comes back in the ID token
 * @param challenge PKCE, S256 of a verifier that stays with the service
 */
public record LoginBegun(String attempt, String state, String nonce, String challenge) {
  /**
   * Maps to the wire.
   *
   * @return {@code {attempt, state, nonce, challenge}}
   */
  public JsonObject toJson() {
    return new JsonObject()
        .put("attempt", attempt)
        .put("state", state)
        .put("nonce", nonce)
        .put("challenge", challenge);
  }

  /**
   * Maps from the wire.
   *
   * @param json {@code {attempt, state, nonce, challenge}}
   * @return the reply
   */
  public static LoginBegun fromJson(JsonObject json) {
    return new LoginBegun(
        json.getString("attempt"),
        json.getString("state"),
        json.getString("nonce"),
        json.getString("challenge"));
  }
}
