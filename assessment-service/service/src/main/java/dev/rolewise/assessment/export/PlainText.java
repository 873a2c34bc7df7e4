package dev.rolewise.assessment.export;

/**
 * Text as any file can hold it: no half characters, and of the control characters only the end of a
 * line and the tab.
 */
public final class PlainText {
  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /** The text without what no file can hold. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(it -> add(plain, it));
    return plain.toString();
  }

  private static void add(StringBuilder plain, int character) {
    if (character == '\n' || character == '\t') {
      plain.append((char) character);
    } else if (Character.getType(character) == Character.SURROGATE
        || (character & 0xFFFE) == 0xFFFE) {
      plain.appendCodePoint(REPLACEMENT);
    } else if (!Character.isISOControl(character)) {
      plain.appendCodePoint(character);
    }
  }
}
