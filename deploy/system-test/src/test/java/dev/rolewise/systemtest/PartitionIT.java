package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wire between two halves of the suite is cut, each with one process of every kind, and mended
 * again: both halves go on by themselves, and are one bus afterwards without a restart. Takes root,
 * and more than half a minute however short the cut is, as the members give one another eight
 * seconds before they part and ten before they look for one another again: only with {@code
 * -Pfaults}.
 */
@Tag("alone")
class PartitionIT {
  private static final int PROCESSES = 6;
  private static final int MOST = 3_000;

  /**
   * Members part from silent ones after eight seconds; the side without the oldest member has to
   * agree on a new one before anybody there sees it.
   */
  private static final double NOTICED_SECONDS = 20;

  @TempDir static Path folder;
  private static TwoNetworks networks;
  private static FaultedSuite suite;

  @BeforeAll
  static void start() throws Exception {
    AttackSize.onlyInFull("cutting the wire between two halves of the suite");
    TwoNetworks.whyNot()
        .ifPresent(
            reason -> {
              System.out.println("skipped: " + reason);
              Assumptions.abort(reason);
            });
    networks = TwoNetworks.make();
    suite = FaultedSuite.start(folder, 2, 2, 2, networks.machine(), PartitionIT::place);
  }

  @AfterAll
  static void stop() {
    try {
      if (suite != null) {
        suite.close();
      }
    } finally {
      if (networks != null) {
        networks.close();
      }
    }
  }

  private static void place(ThreeServices services) {
    for (Kind kind : Kind.values()) {
      List<ServiceUnderTest> both = services.all(kind);
      for (int side = 0; side < both.size(); side++) {
        String address = networks.address(side);
        both.get(side)
            .within(networks.place(side))
            .set("management.host", address)
            .set("cluster.host", address);
        if (kind == Kind.GATEWAY) {
          both.get(side).set("http.host", address);
        }
      }
    }
  }

  @Test
  void bothHalvesGoOnAndBecomeOneAgain() throws Exception {
    try (LoadedRound round = LoadedRound.open(suite, "Parted", MOST, 5)) {
      round.more(10);
      Instant split = Instant.now();
      networks.split();
      for (ServiceUnderTest service : suite.services().all()) {
        service.awaitMembers(PROCESSES / 2, FaultedSuite.PATIENCE);
      }
      double detected = Figures.seconds(split, Instant.now());
      suite.services().all().forEach(half -> half.awaitReady(FaultedSuite.PATIENCE));
      for (int side = 0; side < 2; side++) {
        Work.awaitMore(suite.gateway(side), FaultedSuite.PATIENCE);
        Work.awaitMore(suite.assessment(side), FaultedSuite.PATIENCE);
      }
      round.more(20);
      Instant healed = Instant.now();
      networks.heal();
      for (ServiceUnderTest service : suite.services().all()) {
        service.awaitMembers(PROCESSES, FaultedSuite.PATIENCE).awaitReady(FaultedSuite.PATIENCE);
      }
      for (ServiceUnderTest service : suite.services().all()) {
        Work.awaitMore(service, FaultedSuite.PATIENCE);
      }
      double whole = Figures.seconds(healed, Instant.now());
      round.more(30);
      Figures figures = round.finish("partition and heal", detected, healed);
      System.out.printf("one cluster again, all at work, after %.1f s%n", whole);
      assertTrue(detected <= NOTICED_SECONDS, "noticed after " + detected + " s");
      assertTrue(whole <= 20, "whole after " + whole + " s");
      assertTrue(figures.recovered() <= 20, "last failure after " + figures.recovered() + " s");
      assertEquals(PROCESSES, suite.gateway(0).members());
    }
  }
}
