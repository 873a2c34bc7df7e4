package dev.rolewise.assessment.export.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Arabic letters in the forms that they take beside each other: the fonts have the forms, but the
 * library that writes with them does not choose.
 */
final class ArabicForms {
  private static final char LAM = '\u0644';
  private static final String ALEFS = "\u0622\u0623\u0625\u0627";
  private static final char LAM_WITH_ALEF = '\uFEF5';
  private static final int JOINING_BOTH_SIDES = 4;

  /** By letter: alone, at an end, and for most at a beginning and in the middle. */
  private static final Map<Character, String> FORMS = new HashMap<>();

  static {
    collect('\uFE80', '\uFEF4');
    collect('\uFB50', '\uFBFF');
  }

  private ArabicForms() {}

  static String of(String text) {
    StringBuilder shaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String forms = FORMS.get(text.charAt(i));
      if (forms == null) {
        shaped.append(text.charAt(i));
        continue;
      }
      boolean before = joins(text, neighbour(text, i, -1));
      int next = neighbour(text, i, 1);
      int alef =
          text.charAt(i) == LAM && next < text.length() ? ALEFS.indexOf(text.charAt(next)) : -1;
      if (alef >= 0) {
        shaped.append((char) (LAM_WITH_ALEF + 2 * alef + (before ? 1 : 0)));
        i = next;
      } else {
        boolean after =
            forms.length() == JOINING_BOTH_SIDES
                && next < text.length()
                && FORMS.getOrDefault(text.charAt(next), "").length() > 1;
        int form = (after ? 2 : 0) + (before && forms.length() > 1 ? 1 : 0);
        shaped.append(forms.charAt(form));
      }
    }
    return shaped.toString();
  }

  /** Whether the letter there reaches out to the one that follows it. */
  private static boolean joins(String text, int place) {
    return place >= 0 && FORMS.getOrDefault(text.charAt(place), "").length() == JOINING_BOTH_SIDES;
  }

  /** The next letter in that direction; marks above and below do not stand between. */
  private static int neighbour(String text, int from, int step) {
    int place = from + step;
    while (place >= 0
        && place < text.length()
        && Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK) {
      place += step;
    }
    return place;
  }

  private static void collect(char first, char last) {
    Map<Character, StringBuilder> found = new HashMap<>();
    for (char form = first; form <= last; form++) {
      String letter = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
      if (letter.length() == 1 && letter.charAt(0) != form) {
        StringBuilder forms = found.computeIfAbsent(letter.charAt(0), none -> new StringBuilder());
        boolean beside = forms.isEmpty() || forms.charAt(forms.length() - 1) == form - 1;
        forms.append(beside ? String.valueOf(form) : "");
      }
    }
    found.forEach((letter, forms) -> FORMS.putIfAbsent(letter, forms.toString()));
  }
}
