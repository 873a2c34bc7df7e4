package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.ReadingCrowd.Spell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Four times what a processor can do. Spells within what fits and spells of overload take turns; of
 * each kind the best counts, because whatever else the machine does can only take something away.
 */
final class ProcessorOverload {
  private static final int TIMES = 4;

  /** Never without work, never a long queue. */
  private static final int READERS = 24;

  private static final double LEAST_SHARE = 0.9;
  private static final long LONGEST_MILLIS = 3_000;
  private static final int NORMAL_SECONDS = 5;
  private static final double WARM_SECONDS = 2;

  private final CrowdProcess crowd;
  private final List<Spell> fitting = new ArrayList<>();
  private final List<Spell> crowded = new ArrayList<>();
  private final List<Double> recoveries = new ArrayList<>();

  ProcessorOverload(CrowdProcess crowd) {
    this.crowd = crowd;
  }

  /** So many spells of each kind, each so long. */
  ProcessorOverload run(int spells, double seconds) throws IOException {
    // also the way in which requests are refused has to have been gone before
    crowd.atOnce(READERS, WARM_SECONDS);
    crowd.perSecond(TIMES * crowd.atOnce(READERS, WARM_SECONDS).goodPerSecond(), WARM_SECONDS);
    for (int spell = 0; spell < spells; spell++) {
      Spell fits = crowd.atOnce(READERS, seconds);
      fitting.add(fits);
      crowded.add(crowd.perSecond(TIMES * best(fitting).goodPerSecond(), seconds));
      recoveries.add(secondsToNormal(fits));
    }
    return this;
  }

  /** Says it all, with what was measured in each spell. */
  ProcessorOverload print() {
    System.out.printf(
        Locale.ROOT,
        "processor within what fits: %s%n%d times that: %s%nanswered in the best spells: %.0f %% of"
            + " what fits; back to normal after %s s%nall spells: %s%n",
        best(fitting),
        TIMES,
        best(crowded),
        100 * share(),
        recoveries.stream().map(it -> String.format(Locale.ROOT, "%.1f", it)).toList(),
        all());
    return this;
  }

  void assertHeld() {
    for (Spell spell : crowded) {
      assertEquals(List.of(), spell.strange(), "neither answered nor told to come back");
      assertTrue(spell.refused() > spell.good(), "it was no overload: " + spell);
    }
    double usual = recoveries.stream().sorted().toList().get(recoveries.size() / 2);
    assertAll(
        () -> assertTrue(share() >= LEAST_SHARE, "answered " + share() + " of what fits"),
        () -> assertTrue(best(crowded).longestMillis() <= LONGEST_MILLIS, "a queue grew: " + all()),
        () -> assertTrue(usual <= NORMAL_SECONDS, "back to normal after " + recoveries + " s"));
  }

  private double share() {
    return best(crowded).goodPerSecond() / best(fitting).goodPerSecond();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (int spell = 0; spell < fitting.size(); spell++) {
      all.add(
          String.format(
              Locale.ROOT,
              "%.0f, then %.0f and %.0f refused, longest %d ms",
              fitting.get(spell).goodPerSecond(),
              crowded.get(spell).goodPerSecond(),
              crowded.get(spell).refused() / crowded.get(spell).seconds(),
              crowded.get(spell).longestMillis()));
    }
    return all;
  }

  /** Half a second at a time, until one is like those before the crowd came. */
  private double secondsToNormal(Spell before) throws IOException {
    long begin = System.nanoTime();
    Spell now;
    do {
      now = crowd.atOnce(READERS, 0.5);
      assertTrue((System.nanoTime() - begin) / 1e9 < 60, "not back to normal: " + now);
    } while (now.refused() > 0 || now.goodPerSecond() < LEAST_SHARE * before.goodPerSecond());
    return (System.nanoTime() - begin) / 1e9;
  }

  private static Spell best(List<Spell> spells) {
    return spells.stream().max(Comparator.comparingDouble(Spell::goodPerSecond)).orElseThrow();
  }
}
