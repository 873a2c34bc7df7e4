package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

/** One process told to stop and started again while people answer, as a rollout does it. */
final class Replacement {
  private static final int BEFORE_AND_AFTER = 20;

  private Replacement() {}

  /**
   * Replaces it under load, from before its end until it has been given work again, and fails when
   * any request did.
   *
   * @param rate sheets per second
   * @param most how many sheets there are at the most
   */
  static Figures underLoad(FaultedSuite suite, ServiceUnderTest service, double rate, int most)
      throws Exception {
    String program = service.kind().program();
    int processes = suite.services().all().size();
    try (LoadedRound round =
        LoadedRound.open(suite, "Rolling " + program, most, rate).besideReaders()) {
      round.more(BEFORE_AND_AFTER);
      Instant stopped = Instant.now();
      service.stop();
      service.start().awaitMembers(processes, FaultedSuite.PATIENCE);
      service.awaitReady(FaultedSuite.PATIENCE);
      Work.awaitMore(service, FaultedSuite.PATIENCE);
      round.more(BEFORE_AND_AFTER);
      Figures figures = round.finish("restart of one " + program, Figures.NONE, stopped);
      assertEquals(List.of(), figures.tally().failed(), program);
      return figures;
    }
  }
}
