package dev.rolewise.gateway.markup;

/**
 * Writes characters so that they mean themselves, between tags and between the quotes of an
 * attribute alike. What no document may contain, control characters and halves of a pair, becomes
 * the replacement character.
 */
final class Characters {
  private static final char REPLACEMENT = '\uFFFD';

  private Characters() {}

  static void write(String words, StringBuilder page) {
    for (int at = 0; at < words.length(); at++) {
      char one = words.charAt(at);
      switch (one) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        case '\'' -> page.append("&#39;");
        case '\t', '\n' -> page.append(one);
        case '\r' -> page.append("&#10;");
        default -> at += plain(words, at, page);
      }
    }
  }

  /** How many characters beyond this one were written. */
  private static int plain(String words, int at, StringBuilder page) {
    char one = words.charAt(at);
    if (Character.isHighSurrogate(one)
        && at + 1 < words.length()
        && Character.isLowSurrogate(words.charAt(at + 1))) {
      page.append(one).append(words.charAt(at + 1));
      return 1;
    }
    boolean allowed =
        !Character.isSurrogate(one)
            && !Character.isISOControl(one)
            && one != '\uFFFE'
            && one != '\uFFFF';
    page.append(allowed ? one : REPLACEMENT);
    return 0;
  }
}
