package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new version rolls out while people answer: every process is told to stop and started again, one
 * after the other, at 60 % of what the suite can do on this machine.
 */
@Tag("alone")
class RollingRestartIT {
  private static final int PROCESSES = 6;
  private static final int MOST = 5_000;
  private static final int MEASURED = 300;
  private static final double SHARE = 0.6;

  /** A starting JVM takes a core: the rate is of what the other can do. */
  private static final double HIGHEST_RATE = 25;

  private static final int STREAMS = 10;

  @TempDir static Path folder;
  private static FaultedSuite suite;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("restarting six processes under load");
    suite = FaultedSuite.start(folder, 2, 2, 2);
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void noRequestFailsWhileEveryProcessIsReplaced() throws Exception {
    double rate = Math.min(HIGHEST_RATE, SHARE * capacity());
    List<FollowedStream> pages = new ArrayList<>();
    try (LoadedRound round = LoadedRound.open(suite, "Rolling", MOST, rate)) {
      for (int page = 0; page < STREAMS; page++) {
        // a token has three streams: every page is another organiser's, of a round of its own
        pages.add(FollowedStream.open(suite::nextGateway, watched(page)));
      }
      for (FollowedStream page : pages) {
        page.awaitTurnout(0, FaultedSuite.PATIENCE);
      }
      for (ServiceUnderTest service : suite.services().all()) {
        round.more(20);
        service.stop();
        service.start().awaitMembers(PROCESSES, FaultedSuite.PATIENCE);
        service.awaitReady(FaultedSuite.PATIENCE);
        Work.awaitMore(service, FaultedSuite.PATIENCE);
      }
      round.more(20);
      String fault =
          String.format("rolling restart of all six processes at %.0f sheets per second", rate);
      Figures figures = round.finish(fault, Figures.NONE, Instant.EPOCH);
      List<Double> gaps = pages.stream().flatMap(page -> page.gaps().stream()).sorted().toList();
      System.out.println("live streams were away for " + gaps + " s");
      assertEquals(List.of(), figures.tally().failed());
      assertFalse(gaps.isEmpty(), "no stream has seen its gateway go");
      assertTrue(gaps.get(gaps.size() - 1) <= 2, "a stream was away for " + gaps);
    } finally {
      pages.forEach(FollowedStream::close);
    }
  }

  /** Sheets per second, as fast as a few members can send. */
  private static double capacity() throws InterruptedException {
    Organiser round = Organiser.open(new Api(suite.nextGateway()), "Measured", MEASURED, 1);
    Instant start = Instant.now();
    try (LoadGenerator load =
        LoadGenerator.start(
            suite::nextGateway,
            round,
            NumberedSheets.of(round).apply(1),
            MEASURED,
            8,
            Duration.ZERO)) {
      assertEquals(
          MEASURED, load.finish(FaultedSuite.PATIENCE).acknowledged().size(), "to measure with");
    }
    double rate = MEASURED / Figures.seconds(start, Instant.now());
    System.out.printf("the suite takes %.0f sheets per second here%n", rate);
    return rate;
  }

  private static Organiser watched(int page) {
    return Organiser.open(new Api(suite.nextGateway()), "Watched " + page, 4, 1);
  }
}
