package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 5,000 people send their sheets while one thing after the other breaks, at least 20 in all: each
 * process killed in turn, the database stopped without a goodbye, connections cut and half open, on
 * the members' side and on the database's. Whoever got a receipt is counted once, and gets the same
 * receipt when asking again. Each killed process is noticed within eight seconds, and costs at most
 * 72 requests of the 24 per second until it is back: three seconds' worth, as 30 are of ten.
 */
@Tag("alone")
class EveryFaultIT {
  private static final int PROCESSES = 6;
  private static final int LEAST_FAULTS = 20;
  private static final int SHEETS = AttackSize.of("sheets", 0, 5_000);
  private static final double SHEETS_PER_SECOND = 12;

  /** Of one killed process, as of one alone. */
  private static final double NOTICED_SECONDS = 8;

  /**
   * Thirty at ten requests per second, and each sheet takes two: as many times more at this rate.
   */
  private static final int MOST_FAILED = (int) (30 * 2 * SHEETS_PER_SECOND / 10);

  @TempDir static Path folder;
  private static FaultedSuite suite;
  private static BreakableWays ways;

  /** What breaks, and is mended by the time it returns. */
  private interface Break {
    /** Seconds until somebody knew, where that has a bound. */
    double happen() throws Exception;
  }

  private record Fault(String name, boolean isKill, Break what) {
    static Fault of(String name, Break what) {
      return new Fault(name, false, what);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("5,000 sheets under 20 faults");
    suite = FaultedSuite.start(folder, 2, 2, 2);
    ways = BreakableWays.to(suite.services().all(ServiceUnderTest.Kind.GATEWAY));
  }

  @AfterAll
  static void stop() {
    if (ways != null) {
      ways.close();
    }
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void everySheetIsCountedOnceWhateverBreaks() throws Exception {
    List<Fault> faults = faults();
    List<String> told = new ArrayList<>();
    try (LoadedRound round =
        LoadedRound.open(
            suite, ways.choosing(suite::nextGateway), "Every", SHEETS, SHEETS_PER_SECOND)) {
      int broken = 0;
      while (broken < LEAST_FAULTS || round.load().begun() < SHEETS) {
        round.more(Math.min(20, SHEETS - round.load().acknowledged()));
        Fault fault = faults.get(broken % faults.size());
        Instant start = Instant.now();
        int before = round.load().failed();
        double noticed = fault.what().happen();
        int failed = round.load().failed() - before;
        broken++;
        told.add(
            String.format(
                Locale.ROOT,
                "%d. %s: noticed after %.1f s, mended after %.1f s, %d requests failed",
                broken,
                fault.name(),
                noticed,
                Figures.seconds(start, Instant.now()),
                failed));
        System.out.println(told.get(told.size() - 1));
        if (fault.isKill()) {
          assertTrue(noticed <= NOTICED_SECONDS, told::toString);
          assertTrue(failed <= MOST_FAILED, told::toString);
        }
      }
      assertTrue(broken >= LEAST_FAULTS, "only " + told);
      Figures figures = round.finish(broken + " faults", Figures.NONE, Instant.now());
      assertEquals(SHEETS, figures.ledger().acknowledged());
      assertEquals(List.of(), round.receiptsThatChanged(figures), "receipts that changed");
      round.organiser().close();
      assertEquals(SHEETS, round.organiser().report("en").getInteger("n"));
    }
  }

  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (ServiceUnderTest service : suite.services().all()) {
      faults.add(new Fault("kill -9 of a " + service.kind(), true, () -> killAndStart(service)));
    }
    TcpProxy database = suite.postgres().way();
    faults.add(Fault.of("PostgreSQL stopped immediately", EveryFaultIT::crashDatabase));
    faults.add(Fault.of("the members' connections cut", () -> onTheWay(TcpProxy::cut)));
    faults.add(Fault.of("the members' connections half open", () -> onTheWay(TcpProxy::halfOpen)));
    faults.add(Fault.of("the database's connections cut", () -> mended(database::cut)));
    faults.add(Fault.of("the database's connections half open", () -> mended(database::halfOpen)));
    return faults;
  }

  private static double killAndStart(ServiceUnderTest service) throws Exception {
    Instant killed = Instant.now();
    service.kill();
    ServiceUnderTest witness =
        suite.services().all().stream().filter(other -> other != service).findFirst().orElseThrow();
    witness.awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
    double noticed = Figures.seconds(killed, Instant.now());
    service.start().awaitMembers(PROCESSES, FaultedSuite.PATIENCE);
    suite.services().all().forEach(other -> other.awaitReady(FaultedSuite.PATIENCE));
    return noticed;
  }

  private static double crashDatabase() throws Exception {
    Instant stopped = Instant.now();
    suite.postgres().stopImmediately();
    suite.assessment(0).awaitUnready(FaultedSuite.PATIENCE);
    double noticed = Figures.seconds(stopped, Instant.now());
    suite.postgres().startAgain();
    suite.services().awaitReady();
    return noticed;
  }

  private static double onTheWay(Consumer<TcpProxy> fault) {
    ways.each(fault);
    return Figures.NONE;
  }

  private static double mended(Runnable fault) {
    fault.run();
    suite.services().all().forEach(service -> service.awaitReady(Duration.ofSeconds(60)));
    return Figures.NONE;
  }
}
