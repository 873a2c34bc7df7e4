package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Fractions against unbounded integers. */
class RatioPropertiesTest {

  @Property
  void sumsAndOrderAreExactWhetherOrNotTheyFitALong(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long a,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long b,
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long c,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long d,
      @ForAll @IntRange(min = -5, max = 5) int threshold) {
    BigInteger top = big(a).multiply(big(d)).add(big(c).multiply(big(b)));
    BigInteger bottom = big(b).multiply(big(d));
    Ratio sum = Ratio.of(a, b).plus(Ratio.of(c, d));
    assertEquals(top.compareTo(bottom.multiply(big(threshold))) >= 0, sum.isAtLeast(threshold));
    assertEquals(
        Integer.signum(big(a).multiply(big(d)).compareTo(big(c).multiply(big(b)))),
        Integer.signum(Ratio.of(a, b).compareTo(Ratio.of(c, d))));
    assertEquals(
        top.compareTo(bottom.multiply(big(threshold * 7L))) >= 0,
        sum.dividedBy(7).isAtLeast(threshold));
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }
}
