package dev.rolewise.bench;

/**
 * How long to measure.
 *
 * @param rounds how often a case and its yardstick take turns
 * @param warmUp iterations of a second that do not count
 * @param iterations iterations of a second that do
 */
record Effort(int rounds, int warmUp, int iterations) {

  static final Effort QUICK = new Effort(3, 2, 2);
  static final Effort FULL = new Effort(7, 3, 4);
}
