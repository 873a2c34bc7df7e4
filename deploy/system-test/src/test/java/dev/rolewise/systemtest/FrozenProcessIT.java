package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is alive and says nothing for 20 s, as on a machine that swaps or is moved: the
 * others go on without it, and it is back without a restart.
 */
@Tag("alone")
class FrozenProcessIT {
  private static final int PROCESSES = 6;
  private static final int MOST = 3_000;
  private static final Duration FROZEN = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static FaultedSuite suite;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("freezing processes for 20 s each");
    suite = FaultedSuite.start(folder, 2, 2, 2);
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @BeforeEach
  void everythingRuns() throws Exception {
    suite.whole();
  }

  @Test
  void aFrozenAssessmentServiceComesBack() throws Exception {
    freeze("SIGSTOP of an assessment-service for 20 s", suite.assessment(0), suite.assessment(1));
  }

  @Test
  void aFrozenGatewayComesBack() throws Exception {
    freeze("SIGSTOP of a gateway for 20 s", suite.gateway(0), suite.gateway(1));
  }

  @Test
  void aFrozenContentServiceComesBack() throws Exception {
    freeze("SIGSTOP of a content-service for 20 s", suite.content(0), suite.content(1));
  }

  private static void freeze(String fault, ServiceUnderTest frozen, ServiceUnderTest witness)
      throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Frozen", MOST, 5)) {
      round.more(10);
      Instant stopped = Instant.now();
      frozen.freeze();
      witness.awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
      double detected = Figures.seconds(stopped, Instant.now());
      awaitMoment(stopped.plus(FROZEN));
      frozen.thaw();
      Instant thawed = Instant.now();
      witness.awaitMembers(PROCESSES, FaultedSuite.PATIENCE);
      frozen.awaitReady(FaultedSuite.PATIENCE);
      double back = Figures.seconds(thawed, Instant.now());
      Work.awaitMore(frozen, FaultedSuite.PATIENCE);
      double used = Figures.seconds(thawed, Instant.now());
      round.more(10);
      Figures figures = round.finish(fault, detected, thawed);
      System.out.printf("%s: ready after %.1f s, at work after %.1f s%n", fault, back, used);
      assertTrue(used <= 20, "at work again after " + used + " s");
      assertTrue(figures.recovered() <= 20, "last failure after " + figures.recovered() + " s");
    }
  }

  private static void awaitMoment(Instant moment) {
    for (long left = 1; left > 0; ) {
      left = Duration.between(Instant.now(), moment).toMillis();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(0, left)));
    }
  }
}
