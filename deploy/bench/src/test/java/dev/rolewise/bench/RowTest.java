package dev.rolewise.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.bench.Row.Verdict;
import org.junit.jupiter.api.Test;

class RowTest {

  @Test
  void theMiddleRoundIsHeldAgainstFloorAndAim() {
    assertEquals(Verdict.AIM, atMost(9, 1, 0.5).verdict());
    assertEquals(Verdict.FLOOR, atMost(1.5, 9, 0.5).verdict());
    assertEquals(Verdict.MISSED, atMost(9, 2.5, 0.5).verdict());
    assertEquals(Verdict.AIM, atLeast(3, 2, 1).verdict());
    assertEquals(Verdict.FLOOR, atLeast(1, 1.5).verdict());
    assertEquals(Verdict.MISSED, atLeast(0.5, 0.9, 4).verdict());
    assertEquals(Verdict.TOLD, Row.told("P0", "told", " ms", 1).verdict());
    assertEquals(Verdict.MISSED, Row.notMeasured("P0", "why").verdict());
  }

  @Test
  void aFigureComesWithItsSpread() {
    assertEquals("1.50x (0.50-9.00)", atMost(9, 1.5, 0.5).measured());
    assertEquals("120 ms", Row.told("P0", "told", " ms", 120.4).measured());
    assertEquals("0.031", Row.number(0.0312));
    assertEquals("nothing", Row.notMeasured("P0", "why").measured());
  }

  private static Row atMost(double... samples) {
    return Row.atMost("P0", "what", "yardstick", "x", samples, 2, 1);
  }

  private static Row atLeast(double... samples) {
    return Row.atLeast("P0", "what", "yardstick", "x", samples, 1, 2);
  }
}
