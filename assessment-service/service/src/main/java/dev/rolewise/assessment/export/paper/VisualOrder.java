package dev.rolewise.assessment.export.paper;

import java.text.Bidi;

/** One line in the order in which it is drawn: what is written from right to left turned round. */
final class VisualOrder {
  /** Holds what comes after it apart from letters that run the other way; takes no room itself. */
  static final String LEFT_TO_RIGHT = "\u200E";

  private static final String OPEN = "([{<«‹";
  private static final String CLOSED = ")]}>»›";

  private VisualOrder() {}

  /** Whether a text as a whole runs from right to left. */
  static boolean rightToLeft(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        && !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  static String of(String line, boolean rightToLeft) {
    if (!rightToLeft && !Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line.replace(LEFT_TO_RIGHT, "");
    }
    Bidi bidi =
        new Bidi(line, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    byte[] levels = new byte[bidi.getRunCount()];
    String[] runs = new String[levels.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      runs[i] = levels[i] % 2 == 0 ? run : turned(run);
    }
    Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
    return String.join("", runs).replace(LEFT_TO_RIGHT, "");
  }

  private static String turned(String run) {
    StringBuilder turned = new StringBuilder(run).reverse();
    for (int i = 0; i < turned.length(); i++) {
      char character = turned.charAt(i);
      if (OPEN.indexOf(character) >= 0) {
        turned.setCharAt(i, CLOSED.charAt(OPEN.indexOf(character)));
      } else if (CLOSED.indexOf(character) >= 0) {
        turned.setCharAt(i, OPEN.charAt(CLOSED.indexOf(character)));
      }
    }
    return turned.toString();
  }
}
