package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.TrendNoise;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendNoiseTest {

  private static final TrendSimulation SIMULATION = new TrendSimulation(RoleGapScan.version1(), 2);

  /** The reference behaviour of the design. */
  @ParameterizedTest
  @CsvSource({"4,0,8.6", "6,0,7.1", "8,0,6.3", "12,0,5.1", "6,6,16.2"})
  void bandsAreThePublishedOnes(int people, int newcomers, double published) {
    assertEquals(published, TrendNoise.band(people, newcomers), 0.3);
  }

  /** Variances are added for newcomers in between; other draws than the table's must agree. */
  @ParameterizedTest
  @CsvSource({"4,1", "5,2", "8,4", "12,3", "12,9"})
  void newcomersInBetweenAreWhatSimulationGives(int people, int newcomers) {
    TrendBands drawn = SIMULATION.run(people, newcomers, 3_000, 99);
    double band = TrendNoise.band(people, newcomers);
    assertEquals(drawn.ofFour(), band, 0.04 * band + halfAStep(people, 4));
    double small = TrendNoise.band(people, newcomers, 2);
    assertEquals(drawn.ofTwo(), small, 0.04 * small + halfAStep(people, 2));
  }

  /** When everybody answers both wordings, a role's struggle moves in steps of 25 / (2 A n). */
  private static double halfAStep(int people, int areas) {
    return 0.5 * 25 / (2.0 * areas * people);
  }

  @Test
  void beyondTheTableTheBandNarrowsWithTheRootOfThePeople() {
    TrendBands drawn = SIMULATION.run(80, 20, 800, 99);
    assertEquals(drawn.ofFour(), TrendNoise.band(80, 20), 0.08 * drawn.ofFour());
    assertEquals(TrendNoise.band(50, 0) / 2, TrendNoise.band(200, 0), 1e-12);
    assertEquals(TrendNoise.band(50, 25) / 2, TrendNoise.band(200, 100), 1e-12);
  }

  @Test
  void moreNewcomersAndFewerAreasWidenIt() {
    for (int people = 4; people <= 60; people++) {
      for (int newcomers = 0; newcomers < people; newcomers++) {
        assertTrue(
            TrendNoise.band(people, newcomers) < TrendNoise.band(people, newcomers + 1),
            people + " " + newcomers);
      }
      assertTrue(TrendNoise.band(people, 1, 4) < TrendNoise.band(people, 1, 3));
      assertTrue(TrendNoise.band(people, 1, 3) < TrendNoise.band(people, 1, 2));
      assertEquals(TrendNoise.band(people, 1), TrendNoise.band(people, 1, 4));
    }
  }

  @ParameterizedTest
  @CsvSource({"3,0,4", "6,-1,4", "6,7,4", "6,0,0"})
  void whatHasNoBandIsRefused(int people, int newcomers, int areas) {
    assertThrows(IllegalArgumentException.class, () -> TrendNoise.band(people, newcomers, areas));
  }
}
