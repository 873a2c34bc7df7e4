package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.systemtest.LoadGenerator.Failure;
import dev.rolewise.systemtest.LoadGenerator.Tally;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a fault did, and what it came to: printed by every fault test. */
record Figures(String fault, Ledger ledger, Tally tally, double detected, double recovered) {
  /** Where nothing has to be noticed, or nothing went wrong. */
  static final double NONE = 0;

  /** Says it all on one line, with the load of the machine that the seconds depend on. */
  Figures print() {
    System.out.printf(
        Locale.ROOT,
        "%s: acknowledged %d, lost %d, doubled %d, failed %d of %d requests %s, detected after %.1f"
            + " s, recovered after %.1f s (load %.1f on %d processors)%n",
        fault,
        ledger.acknowledged(),
        ledger.lost().size(),
        ledger.doubled().size(),
        tally.failed().size(),
        tally.requests(),
        kinds(tally),
        detected,
        recovered,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
    return this;
  }

  /** How often each status, and each way to get no answer at all. */
  private static Map<String, Long> kinds(Tally tally) {
    return tally.failed().stream()
        .collect(
            Collectors.groupingBy(
                failure -> failure.how().split("[ :]", 2)[0], TreeMap::new, Collectors.counting()));
  }

  /** Every sheet that was sent has its receipt and is stored exactly once. */
  Figures assertExact(int sheets) {
    assertAll(
        fault,
        () -> assertEquals(List.of(), tally.wrong()),
        () -> assertEquals(sheets, ledger.acknowledged(), "acknowledged"),
        () -> assertEquals(List.of(), ledger.lost(), "lost"),
        () -> assertEquals(List.of(), ledger.doubled(), "doubled"),
        () -> assertEquals(sheets, ledger.stored(), "stored"));
    return this;
  }

  /** Seconds from a moment to the last request that failed after it. */
  static double lastFailure(Tally tally, Instant since) {
    return tally.failed().stream()
        .map(Failure::at)
        .filter(at -> at.isAfter(since))
        .max(Instant::compareTo)
        .map(at -> seconds(since, at))
        .orElse(NONE);
  }

  static double seconds(Instant since, Instant until) {
    return Duration.between(since, until).toMillis() / 1_000.0;
  }
}
