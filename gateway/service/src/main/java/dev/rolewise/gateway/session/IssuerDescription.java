package dev.rolewise.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an issuer says of itself (OpenID Connect Discovery), as far as we use it.
 *
 * @param issuer its name, letter for letter as in its tokens
 * @param authorization where people sign in
 * @param token where codes are exchanged
 * @param keys its public keys
 * @param endSession where people sign out, or null
 * @param takesSecretInForm whether our secret may stand in a form field
 */
record IssuerDescription(
    String issuer,
    String authorization,
    String token,
    String keys,
    String endSession,
    boolean takesSecretInForm) {

  /**
   * Reads and checks the description.
   *
   * @param configured the address it was read from
   * @throws IllegalStateException in a plain sentence when it cannot be used
   */
  static IssuerDescription read(JsonObject json, URI configured) {
    String issuer = json.getString("issuer", "");
    if (!issuer.replaceAll("/$", "").equals(configured.toString())) {
      throw new IllegalStateException("The issuer calls itself by another address.");
    }
    JsonArray challenges = json.getJsonArray("code_challenge_methods_supported");
    if (challenges != null && !challenges.contains("S256")) {
      throw new IllegalStateException("The issuer does not take PKCE with S256.");
    }
    return new IssuerDescription(
        issuer,
        endpoint(json, "authorization_endpoint"),
        endpoint(json, "token_endpoint"),
        endpoint(json, "jwks_uri"),
        json.containsKey("end_session_endpoint") ? endpoint(json, "end_session_endpoint") : null,
        json.getJsonArray("token_endpoint_auth_methods_supported", new JsonArray())
            .contains("client_secret_post"));
  }

  /** Signing out there too. No ID token is kept, so the issuer may ask whether to go on. */
  String signOut(String clientId, String back) {
    return endSession == null
        ? null
        : endSession
            + (endSession.contains("?") ? "&" : "?")
            + "client_id="
            + URLEncoder.encode(clientId, StandardCharsets.UTF_8)
            + "&post_logout_redirect_uri="
            + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  private static String endpoint(JsonObject json, String name) {
    String address = json.getString(name);
    try {
      if (address != null && AccessSettings.isSafe(URI.create(address))) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // falls through to the same sentence
    }
    throw new IllegalStateException("The issuer's " + name + " cannot be used.");
  }
}
