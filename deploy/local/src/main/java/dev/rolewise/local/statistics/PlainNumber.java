package dev.rolewise.local.statistics;

import java.util.regex.Pattern;

/** Numbers as people and spreadsheets write them: no NaN, no hexadecimal digits, no type suffix. */
final class PlainNumber {

  private static final int LONGEST = 64;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

  private PlainNumber() {}

  static boolean is(String text) {
    return text.length() <= LONGEST && NUMBER.matcher(text).matches();
  }
}
