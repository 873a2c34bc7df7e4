package dev.rolewise.systemtest;

import org.junit.jupiter.api.Assumptions;

/**
 * How much of an attack to try: a representative share in the ordinary build, all of it under
 * {@code -Pfaults}, and whatever a person asks for with {@code -Dattack.…}.
 */
final class AttackSize {

  private AttackSize() {}

  /** Whether all of it is to be tried. */
  static boolean full() {
    return Boolean.getBoolean("attack.full");
  }

  /**
   * Skips a test class in the ordinary build, visibly.
   *
   * @param what it does, and why not every time
   */
  static void onlyInFull(String what) {
    if (!full()) {
      String skipped = what + ": only with -Pfaults";
      System.out.println("skipped: " + skipped);
      Assumptions.abort(skipped);
    }
  }

  /**
   * @param name of the system property {@code attack.<name>}
   */
  static int of(String name, int ordinary, int full) {
    String asked = System.getProperty("attack." + name, "");
    return asked.isBlank() ? (full() ? full : ordinary) : Integer.parseInt(asked);
  }
}
