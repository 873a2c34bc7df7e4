package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that is alive and says nothing for a while, as on a machine that swaps or is moved: the
 * others go on without it, and it is back without a restart.
 */
final class FrozenProcess {
  private static final int MOST = 3_000;
  private static final double SHEETS_PER_SECOND = 5;

  /** From the moment it goes on until it gets work again, and until the last failed request. */
  private static final double LATEST_SECONDS = 20;

  /** The members part from a silent one after eight seconds, and whoever looks sees it then. */
  private static final double NOTICED_SECONDS = 10;

  /** Two looks of a cluster in a row: after that it sends nothing to a process any more. */
  private static final double TAKEN_OUT_SECONDS = 10;

  private FrozenProcess() {}

  /**
   * Freezes one for at least so long, and longer when nobody has noticed by then.
   *
   * @param witness another of its kind
   */
  static void freeze(
      FaultedSuite suite, ServiceUnderTest frozen, ServiceUnderTest witness, Duration least)
      throws Exception {
    String fault = "SIGSTOP of one " + frozen.kind().program() + " for " + least.toSeconds() + " s";
    int processes = suite.services().all().size();
    List<ServiceUnderTest> others =
        suite.services().all().stream().filter(other -> other != frozen).toList();
    try (LoadedRound round = LoadedRound.open(suite, "Frozen", MOST, SHEETS_PER_SECOND);
        ReadinessWatch readiness = ReadinessWatch.of(others)) {
      round.more(10);
      Instant stopped = Instant.now();
      frozen.freeze();
      witness.awaitMembers(processes - 1, FaultedSuite.PATIENCE);
      double detected = Figures.seconds(stopped, Instant.now());
      awaitMoment(stopped.plus(least));
      double unready = readiness.finish();
      frozen.thaw();
      Instant thawed = Instant.now();
      witness.awaitMembers(processes, FaultedSuite.PATIENCE);
      frozen.awaitReady(FaultedSuite.PATIENCE);
      double back = Figures.seconds(thawed, Instant.now());
      Work.awaitMore(frozen, FaultedSuite.PATIENCE);
      double used = Figures.seconds(thawed, Instant.now());
      round.more(10);
      Figures figures = round.finish(fault, detected, thawed);
      System.out.printf(
          Locale.ROOT,
          "%s: no other was unready for more than %.1f s meanwhile; ready after %.1f s, at work after"
              + " %.1f s%n",
          fault,
          unready,
          back,
          used);
      assertTrue(detected <= NOTICED_SECONDS, "noticed after " + detected + " s");
      assertTrue(unready < TAKEN_OUT_SECONDS, "others were unready for " + unready + " s");
      assertTrue(used <= LATEST_SECONDS, "at work again after " + used + " s");
      assertTrue(
          figures.recovered() <= LATEST_SECONDS,
          "last failure after " + figures.recovered() + " s");
    }
  }

  private static void awaitMoment(Instant moment) {
    for (long left = 1; left > 0; ) {
      left = Duration.between(Instant.now(), moment).toMillis();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(0, left)));
    }
  }
}
