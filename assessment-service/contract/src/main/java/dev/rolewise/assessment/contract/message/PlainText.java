package dev.rolewise.assessment.contract.message;

/** The rule for every text people type: no control characters, no broken or turning characters. */
public final class PlainText {
  private PlainText() {}

  /**
   * Folds line breaks and tabs into single spaces and strips the ends, as a text area may send
   * them.
   *
   * @param text what was typed
   * @return one line
   */
  public static String oneLine(String text) {
    return text.replaceAll("[ \\t\\r\\n]+", " ").strip();
  }

  /**
   * Whether the text holds only characters that show as themselves.
   *
   * @param text a text
   * @return false for control characters, line separators, direction overrides and half surrogates
   */
  public static boolean isClean(String text) {
    return text.codePoints().noneMatch(PlainText::forbidden);
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
