package dev.rolewise.assessment.access;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * Crockford's base 32: no I, L, O and U, so that a code survives paper and telephone. 128 bits take
 * 26 characters.
 */
public final class CrockfordCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int MOST_TYPED = 64;

  private CrockfordCode() {}

  /**
   * Writes bytes as a code.
   *
   * @param bytes 16 bytes
   * @return 26 characters
   */
  public static String encode(byte[] bytes) {
    BigInteger value = new BigInteger(1, bytes);
    char[] code = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      code[i] = ALPHABET.charAt(value.intValue() & 31);
      value = value.shiftRight(5);
    }
    return new String(code);
  }

  /**
   * Brings what somebody typed into the normal form: case, hyphens and spaces do not matter, O is
   * read as 0, I and L as 1.
   *
   * @param typed any text
   * @return the code, or nothing when it cannot be one
   */
  public static Optional<String> normalise(String typed) {
    if (typed == null || typed.length() > MOST_TYPED) {
      return Optional.empty();
    }
    String code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[-\\s]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean fits = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return fits ? Optional.of(code) : Optional.empty();
  }
}
