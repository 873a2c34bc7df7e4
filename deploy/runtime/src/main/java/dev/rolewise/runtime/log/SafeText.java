package dev.rolewise.runtime.log;

import java.util.regex.Pattern;

/** What may go into a log: no tokens or tickets, nothing endless, no control characters. */
final class SafeText {

  private static final int LONGEST = 16 * 1024;
  private static final int TOKEN = 43;
  private static final int CODE = 26;
  private static final int FEWEST_HYPHENS = 3;

  /** 32 bytes in base64url, or a ticket's 26 characters with or without its hyphens. */
  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]{43}|[0-9A-HJKMNP-TV-Z]{26}|[0-9A-HJKMNP-TV-Z]{2,8}(?:-[0-9A-HJKMNP-TV-Z]{2,8}){3,12})(?![A-Za-z0-9_-])");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

  private SafeText() {}

  /** The text without rights, cut off when it is very long. */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return mayHoldRights(cut) ? RIGHTS.matcher(cut).replaceAll("[masked]") : cut;
  }

  /**
   * Whether a word of the text has the length or the hyphens of a right. Most texts of a log have
   * no such word, and to look for the pattern itself costs more than all the rest of a line.
   */
  private static boolean mayHoldRights(String text) {
    int length = 0;
    int hyphens = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isOfWord(c)) {
        length++;
        hyphens += c == '-' ? 1 : 0;
      } else {
        if (length == TOKEN || length == CODE || hyphens >= FEWEST_HYPHENS) {
          return true;
        }
        length = 0;
        hyphens = 0;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /** The same on one line. */
  static String oneLine(String text) {
    return CONTROL
        .matcher(of(text))
        .replaceAll(hit -> String.format("\\\\u%04x", (int) hit.group().charAt(0)));
  }
}
