package dev.rolewise.assessment.export;

/**
 * A cell that no spreadsheet takes for a formula. A text that begins like one gets an apostrophe
 * before it, which spreadsheets know as "this is text"; a number below zero gets a space, which
 * every program that reads numbers passes over.
 */
final class CsvCell {
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvCell() {}

  static String of(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      String number = value.toString();
      return number.startsWith("-") ? " " + number : number;
    }
    String text = PlainText.of(value.toString());
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
