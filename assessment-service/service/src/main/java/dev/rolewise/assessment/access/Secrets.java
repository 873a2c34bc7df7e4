package dev.rolewise.assessment.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets and their fingerprints; only the fingerprints are ever stored. */
public final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final int CODE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  /**
   * A capability token.
   *
   * @return 256 random bits as 43 characters of base64url
   */
  public String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  /**
   * A code that people can read out and type.
   *
   * @return 128 random bits as 26 characters of Crockford's base 32
   */
  public String code() {
    return CrockfordCode.encode(bytes(CODE_BYTES));
  }

  /**
   * The fingerprint under which a secret is stored.
   *
   * @param secret a token, or a code in its normal form
   * @return SHA-256
   */
  public static byte[] fingerprint(String secret) {
    return sha256(secret.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A digest.
   *
   * @param parts the bytes, one after the other
   * @return SHA-256
   */
  public static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
