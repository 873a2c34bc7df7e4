package dev.rolewise.assessment.contract.message;

import java.util.regex.Pattern;

/** The rule for every text people type: no control characters, no broken or turning characters. */
public final class PlainText {
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

  private PlainText() {}

  /**
   * Folds line breaks and tabs into single spaces and strips the ends, as a text area may send
   * them.
   *
   * @param text what was typed
   * @return one line
   */
  public static String oneLine(String text) {
    return isOneLine(text) ? text.strip() : SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** As most texts are: to look for the pattern costs many times more. */
  private static boolean isOneLine(String text) {
    char before = 'x';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\r' || c == '\n' || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return true;
  }

  /**
   * Whether the text holds only characters that show as themselves.
   *
   * @param text a text
   * @return false for control characters, line separators, direction overrides and half surrogates
   */
  public static boolean isClean(String text) {
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      if ((point < ' ' || point > '~') && forbidden(point)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The length people see.
   *
   * @param text a text
   * @return code points
   */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean forbidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }
}
