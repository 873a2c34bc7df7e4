package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.runtime.json.CanonicalJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * Recognises a repeated submission without keeping it. Both digests begin with the ticket and the
 * client's random key, which are stored nowhere, so that nobody can find a body by trying.
 *
 * @param key SHA-256 over ticket and key
 * @param body SHA-256 over ticket, key and body; null for a body that has no canonical form
 */
record ReplayDigest(Buffer key, Buffer body) {
  private static final byte[] SEPARATOR = {0};

  static ReplayDigest of(String ticket, String key, JsonObject body) {
    byte[] ticketBytes = ticket.getBytes(StandardCharsets.UTF_8);
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] canonical = canonical(body);
    return new ReplayDigest(
        Buffer.buffer(Secrets.sha256(ticketBytes, SEPARATOR, keyBytes)),
        canonical == null
            ? null
            : Buffer.buffer(
                Secrets.sha256(ticketBytes, SEPARATOR, keyBytes, SEPARATOR, canonical)));
  }

  private static byte[] canonical(JsonObject body) {
    try {
      return CanonicalJson.bytes(body);
    } catch (IllegalArgumentException noCanonicalForm) {
      return null;
    }
  }
}
