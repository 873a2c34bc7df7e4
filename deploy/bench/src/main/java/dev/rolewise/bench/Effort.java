package dev.rolewise.bench;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds how often a case and its yardstick take turns
 * @param warmUp before anything counts
 * @param turn how long each of them has in a round
 * @param iterations of a second, for what is measured within one process
 * @param most after so long no other measurement is begun
 */
public record Effort(int rounds, Duration warmUp, Duration turn, int iterations, Duration most) {

  static final Effort QUICK =
      new Effort(3, Duration.ofSeconds(4), Duration.ofSeconds(2), 2, Duration.ofMinutes(9));
  static final Effort FULL =
      new Effort(7, Duration.ofSeconds(6), Duration.ofSeconds(4), 4, Duration.ofMinutes(30));
}
