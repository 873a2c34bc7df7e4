package dev.rolewise.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What an ID token must say (OpenID Connect Core 3.1.3.7). The library checks some of it and passes
 * over what is absent; here everything has to be there.
 */
final class IdToken {
  /** How far two clocks may be apart. */
  static final int SKEW_SECONDS = 60;

  private static final int LONGEST_SUBJECT = 255;
  private static final String ASYMMETRIC = "(RS|PS|ES)(256|384|512)|EdDSA";

  private IdToken() {}

  /** Whether it says that it was signed with a key of the issuer's own: no "none", no HMAC. */
  static boolean isSigned(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || parts[2].isEmpty()) {
      return false;
    }
    try {
      JsonObject header = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(parts[0])));
      return header.getValue("alg") instanceof String algorithm && algorithm.matches(ASYMMETRIC);
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /**
   * Checks the claims of a token whose signature has been verified.
   *
   * @return SHA-256 over issuer and subject as 64 hexadecimal digits
   * @throws SignInRefused when anything is missing or wrong
   */
  static String identity(
      JsonObject claims, String issuer, String clientId, String nonce, Instant now) {
    check(issuer.equals(claims.getValue("iss")), "another issuer");
    List<?> audience =
        claims.getValue("aud") instanceof JsonArray several
            ? several.getList()
            : claims.getValue("aud") instanceof String one ? List.of(one) : List.of();
    check(audience.contains(clientId), "another audience");
    check(
        claims.containsKey("azp") ? clientId.equals(claims.getValue("azp")) : audience.size() == 1,
        "another authorised party");
    long moment = now.getEpochSecond();
    check(seconds(claims, "exp") > moment - SKEW_SECONDS, "expired");
    check(seconds(claims, "iat") < moment + SKEW_SECONDS, "from the future");
    check(
        !claims.containsKey("nbf") || seconds(claims, "nbf") < moment + SKEW_SECONDS,
        "not valid yet");
    check(
        claims.getValue("nonce") instanceof String named
            && MessageDigest.isEqual(
                named.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8)),
        "another nonce");
    if (claims.getValue("sub") instanceof String subject
        && !subject.isBlank()
        && subject.length() <= LONGEST_SUBJECT) {
      return fingerprint(issuer + "\n" + subject);
    }
    throw new SignInRefused("no subject");
  }

  private static long seconds(JsonObject claims, String name) {
    check(claims.getValue(name) instanceof Number, "no " + name);
    return claims.getLong(name);
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new SignInRefused(otherwise);
    }
  }

  private static String fingerprint(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
