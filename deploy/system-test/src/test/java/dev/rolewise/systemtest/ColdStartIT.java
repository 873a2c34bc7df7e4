package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power comes back: database and all services were gone in one instant and start in one
 * instant, with nobody to say who comes first.
 */
@Tag("alone")
class ColdStartIT {
  private static final int MOST = 2_000;

  @TempDir static Path folder;
  private static FaultedSuite suite;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("three cold starts of six processes");
    suite = FaultedSuite.start(folder, 2, 2, 2);
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @RepeatedTest(3)
  void everythingGoneAtOnceIsOneClusterAgain() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Cold", MOST, 5)) {
      round.more(20);
      Instant dark = Instant.now();
      for (ServiceUnderTest service : suite.services().all()) {
        service.kill();
      }
      suite.postgres().stopImmediately();
      int before = round.load().acknowledged();
      Instant light = Instant.now();
      suite.services().startAll();
      suite.postgres().startAgain();
      suite.services().awaitReady();
      double ready = Figures.seconds(light, Instant.now());
      round.more(20);
      Figures figures = round.finish("everything killed and started at once", Figures.NONE, light);
      System.out.printf(
          "dark for %.1f s, all six ready %.1f s after the start%n",
          Figures.seconds(dark, light), ready);
      assertTrue(figures.ledger().acknowledged() > before, "nobody answered after the start");
      for (ServiceUnderTest service : suite.services().all()) {
        assertEquals(6, service.members(), service.log());
      }
    }
  }
}
