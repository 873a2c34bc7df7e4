package dev.rolewise.gateway.brief;

import java.util.regex.Pattern;

/**
 * Words that show as themselves wherever they stand in a Markdown document, whoever typed them: one
 * line, no markup, no HTML, no link.
 */
final class MarkdownText {
  private static final String MARKUP = "\\`*_[]<>&~|#$";
  private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d+)([.)])");
  private static final Pattern LIST_MARK = Pattern.compile("^([-+=])");

  /** GitHub and others make links of bare addresses. */
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\b(https?|ftp|www)(://|\\.)");

  private MarkdownText() {}

  static String of(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    words.codePoints().forEach(point -> append(escaped, point));
    String line = escaped.toString().replaceAll(" +", " ").strip();
    line = LIST_NUMBER.matcher(line).replaceFirst("$1\\\\$2");
    line = LIST_MARK.matcher(line).replaceFirst("\\\\$1");
    return ADDRESS.matcher(line).replaceAll("$1\\\\$2");
  }

  private static void append(StringBuilder escaped, int point) {
    if (breaks(point)) {
      escaped.append(' ');
    } else if (!turns(point)) {
      if (MARKUP.indexOf(point) >= 0) {
        escaped.append('\\');
      }
      escaped.appendCodePoint(point);
    }
  }

  private static boolean breaks(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SPACE_SEPARATOR;
  }

  /** What turns the reading direction would turn the words behind it as well. */
  private static boolean turns(int point) {
    return point >= 0x202A && point <= 0x202E
        || point >= 0x2066 && point <= 0x2069
        || Character.getType(point) == Character.SURROGATE;
  }
}
