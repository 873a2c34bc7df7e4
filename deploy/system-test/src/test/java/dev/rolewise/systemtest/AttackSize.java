package dev.rolewise.systemtest;

/**
 * How much of an attack to try: a representative share in the ordinary build, all of it under
 * {@code -Pfaults}, and whatever a person asks for with {@code -Dattack.…}.
 */
final class AttackSize {

  private AttackSize() {}

  /**
   * @param name of the system property {@code attack.<name>}
   */
  static int of(String name, int ordinary, int full) {
    boolean all = Boolean.getBoolean("attack.full");
    String asked = System.getProperty("attack." + name, "");
    return asked.isBlank() ? (all ? full : ordinary) : Integer.parseInt(asked);
  }
}
