package dev.rolewise.local.input;

import java.nio.file.Path;

/**
 * Input that a command cannot work with, in one plain line that names the file and the place. The
 * program then ends with exit code 2.
 */
public final class InputFault extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 40;

  private InputFault(String line) {
    super(line, null, false, false);
  }

  /** A fault of the file as a whole. */
  public static InputFault in(Path file, String what) {
    return new InputFault(plain(file.toString()) + ": " + what);
  }

  /**
   * A fault at one place.
   *
   * @param line counts from 1
   * @param column counts from 1: of the field in a CSV file, of the character elsewhere
   */
  public static InputFault at(Path file, long line, long column, String what) {
    return new InputFault(
        plain(file.toString()) + ", line " + line + ", column " + column + ": " + what);
  }

  /** Words from the input, short and without anything that could break the line. */
  public static String quote(String words) {
    String plain = plain(words);
    int end =
        plain.offsetByCodePoints(
            0, Math.min(LONGEST_QUOTE, plain.codePointCount(0, plain.length())));
    return "\"" + plain.substring(0, end) + (end < plain.length() ? "…" : "") + "\"";
  }

  private static String plain(String words) {
    return words
        .codePoints()
        .limit(4096)
        .map(c -> printable(c) ? c : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
