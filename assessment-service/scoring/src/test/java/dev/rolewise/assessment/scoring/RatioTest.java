package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void thirtyThirdsAreExactlyTen() {
    Ratio sum = Ratio.ZERO;
    for (int third = 0; third < 30; third++) {
      sum = sum.plus(Ratio.of(1, 3));
    }
    assertTrue(sum.isAtLeast(10));
    assertFalse(sum.isAtLeast(11));
    assertEquals(Ratio.of(10, 1), sum);
    assertEquals(10.0, sum.toDouble());
  }

  @Test
  void theDoubleIsTheNearestOne() {
    assertEquals(
        2.0 / 3, Ratio.of(2_000_000_000_000_000_000L, 3_000_000_000_000_000_000L).toDouble());
    Ratio large = Ratio.of(Long.MAX_VALUE, Long.MAX_VALUE - 1).plus(Ratio.of(1, Long.MAX_VALUE));
    assertEquals(1.0, large.toDouble());
    assertTrue(large.compareTo(Ratio.of(1, 1)) > 0);
  }

  @Test
  void aDenominatorOfZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Ratio.of(1, 0));
  }
}
