package dev.rolewise.runtime.json;

/**
 * How much JSON is accepted.
 *
 * @param depth nested objects and arrays
 * @param numberCharacters characters of a number, sign and exponent included
 * @param stringBytes UTF-8 bytes of a string or key
 */
public record JsonLimits(int depth, int numberCharacters, int stringBytes) {

  /** For requests from outside. */
  public static final JsonLimits REQUEST = new JsonLimits(16, 20, 4 * 1024);

  /** For files of our own or an operator's: packs and configuration. */
  public static final JsonLimits FILE = new JsonLimits(64, 20, 1024 * 1024);
}
