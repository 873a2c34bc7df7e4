package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 5,000 people send their sheets while one thing after the other breaks, at least 20 in all: each
 * process killed in turn, the database stopped without a goodbye, connections cut and half open, on
 * the members' side and on the database's. Whoever got a receipt is counted once, and gets the same
 * receipt when asking again.
 */
@Tag("alone")
class EveryFaultIT {
  private static final int PROCESSES = 6;
  private static final int LEAST_FAULTS = 20;
  private static final int SHEETS = AttackSize.of("sheets", 0, 5_000);
  private static final double SHEETS_PER_SECOND = 12;

  @TempDir static Path folder;
  private static FaultedSuite suite;
  private static BreakableWays ways;

  /** What breaks, and is mended by the time it returns. */
  private interface Break {
    void happen() throws Exception;
  }

  private record Fault(String name, Break what) {}

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
        fault.what().happen();
        broken++;
        told.add(
            String.format(
                Locale.ROOT,
                "%d. %s: mended after %.1f s",
                broken,
                fault.name(),
                Figures.seconds(start, Instant.now())));
        System.out.println(told.get(told.size() - 1));
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
      faults.add(new Fault("kill -9 of a " + service.kind(), () -> killAndStart(service)));
    }
    TcpProxy database = suite.postgres().way();
    faults.add(new Fault("PostgreSQL stopped immediately", EveryFaultIT::crashDatabase));
    faults.add(new Fault("the members' connections cut", () -> ways.each(TcpProxy::cut)));
    faults.add(
        new Fault("the members' connections half open", () -> ways.each(TcpProxy::halfOpen)));
    faults.add(new Fault("the database's connections cut", () -> mended(database::cut)));
    faults.add(new Fault("the database's connections half open", () -> mended(database::halfOpen)));
    return faults;
  }

  private static void killAndStart(ServiceUnderTest service) throws Exception {
    service.kill();
    ServiceUnderTest witness =
        suite.services().all().stream().filter(other -> other != service).findFirst().orElseThrow();
    witness.awaitMembers(PROCESSES - 1, FaultedSuite.PATIENCE);
    service.start().awaitMembers(PROCESSES, FaultedSuite.PATIENCE);
    suite.services().all().forEach(other -> other.awaitReady(FaultedSuite.PATIENCE));
  }

  private static void crashDatabase() throws Exception {
    suite.postgres().stopImmediately();
    suite.assessment(0).awaitUnready(FaultedSuite.PATIENCE);
    suite.postgres().startAgain();
    suite.services().awaitReady();
  }

  private static void mended(Runnable fault) {
    fault.run();
    suite.services().all().forEach(service -> service.awaitReady(Duration.ofSeconds(60)));
  }
}
