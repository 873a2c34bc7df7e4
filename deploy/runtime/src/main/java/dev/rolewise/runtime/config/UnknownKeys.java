package dev.rolewise.runtime.config;

/** Suggests the setting somebody probably meant when a key is unknown. */
final class UnknownKeys {

  private static final int CLOSE = 3;

  private UnknownKeys() {}

  /** {@code ; did you mean "x"?} for a near miss, else a full stop. */
  static String hint(Settings.Found stranger, Iterable<String> known) {
    String best = null;
    int bestDistance = CLOSE + 1;
    for (String key : known) {
      String spelled = stranger.layer().spelling().spell(key);
      int distance = distance(stranger.name(), spelled);
      if (distance < bestDistance) {
        best = spelled;
        bestDistance = distance;
      }
    }
    return best == null ? "." : "; did you mean " + best + "?";
  }

  /** Levenshtein distance with two rows. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
