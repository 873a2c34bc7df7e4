package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new version rolls out while people answer: every process is told to stop and started again, one
 * after the other, at 60 % of what the suite can do on this machine.
 *
 * <p>What it can do is measured when it is warm, undisturbed and while one of its processes starts.
 * Here all of them share a few processors, with whoever sends the sheets; the line that is printed
 * says which share of both measures the rate is.
 */
@Tag("alone")
class RollingRestartIT {
  private static final int MOST = 5_000;
  private static final int MEASURED = 300;
  private static final int MEMBERS = 8;
  private static final double SHARE = 0.6;

  /** A round has people enough for forty seconds of it; nobody takes longer to be replaced. */
  private static final double HIGHEST_RATE = MOST / 40.0;

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
    capacity("Warming up");
    double undisturbed = capacity("Undisturbed");
    double rolling = capacityWhileOneStarts();
    double rate = Math.min(HIGHEST_RATE, SHARE * Math.min(undisturbed, rolling));
    String load =
        String.format(
            Locale.ROOT,
            "at %.1f sheets per second, %.0f %% of the %.1f that the suite takes here while one of"
                + " its processes starts and %.0f %% of the %.1f that it takes undisturbed",
            rate,
            100 * rate / rolling,
            rolling,
            100 * rate / undisturbed,
            undisturbed);
    System.out.println("replacing every process " + load);
    List<FollowedStream> pages = new ArrayList<>();
    List<Figures> all = new ArrayList<>();
    try {
      for (int page = 0; page < STREAMS; page++) {
        // a token has three streams: every page is another organiser's, of a round of its own
        pages.add(FollowedStream.open(suite::nextGateway, watched(page)));
      }
      for (FollowedStream page : pages) {
        page.awaitTurnout(0, FaultedSuite.PATIENCE);
      }
      for (ServiceUnderTest service : suite.services().all()) {
        all.add(Replacement.underLoad(suite, service, rate, MOST));
      }
      List<Double> gaps = pages.stream().flatMap(page -> page.gaps().stream()).sorted().toList();
      System.out.printf(
          Locale.ROOT,
          "rolling restart of all %d processes %s: acknowledged %d, lost %d, doubled %d, failed %d"
              + " of %d requests; live streams were away for %s s%n",
          all.size(),
          load,
          sum(all, figures -> figures.ledger().acknowledged()),
          sum(all, figures -> figures.ledger().lost().size()),
          sum(all, figures -> figures.ledger().doubled().size()),
          sum(all, figures -> figures.tally().failed().size()),
          sum(all, figures -> figures.tally().requests()),
          gaps);
      assertFalse(gaps.isEmpty(), "no stream has seen its gateway go");
      assertTrue(gaps.get(gaps.size() - 1) <= 2, "a stream was away for " + gaps);
    } finally {
      pages.forEach(FollowedStream::close);
    }
  }

  private static int sum(List<Figures> all, ToIntFunction<Figures> figure) {
    return all.stream().mapToInt(figure).sum();
  }

  private static double capacityWhileOneStarts() throws IOException, InterruptedException {
    ServiceUnderTest one = suite.assessment(1);
    one.stop();
    one.start();
    double rate = capacity("While one starts");
    suite.whole();
    return rate;
  }

  /** Sheets per second, as fast as a few members can send. */
  private static double capacity(String name) throws InterruptedException {
    Organiser round = Organiser.open(new Api(suite.nextGateway()), name, MEASURED, 1);
    Instant start = Instant.now();
    try (LoadGenerator load =
        LoadGenerator.start(
            suite::nextGateway,
            round,
            NumberedSheets.of(round).apply(1),
            MEASURED,
            MEMBERS,
            Duration.ZERO)) {
      assertEquals(
          MEASURED, load.finish(FaultedSuite.PATIENCE).acknowledged().size(), "to measure with");
    }
    return MEASURED / Figures.seconds(start, Instant.now());
  }

  private static Organiser watched(int page) {
    return Organiser.open(new Api(suite.nextGateway()), "Watched " + page, 4, 1);
  }
}
