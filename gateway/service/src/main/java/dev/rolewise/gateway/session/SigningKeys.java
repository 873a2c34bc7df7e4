package dev.rolewise.gateway.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** The keys of an issuer's key set that can sign: public keys, none of them for encryption. */
final class SigningKeys {
  private static final Set<String> ASYMMETRIC = Set.of("RSA", "EC", "OKP");

  private SigningKeys() {}

  /**
   * Picks the keys.
   *
   * @param set a JWK set as RFC 7517 has it
   */
  static List<JsonObject> of(JsonObject set) {
    return set.getJsonArray("keys", new JsonArray()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(key -> ASYMMETRIC.contains(key.getString("kty", "")))
        .filter(key -> key.getString("use", "sig").equals("sig"))
        .toList();
  }
}
