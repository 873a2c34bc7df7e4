package dev.rolewise.assessment.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.apache.commons.numbers.core.ArithmeticUtils;

/**
 * An exact fraction with a positive denominator. Counts in long while that fits, and in {@link
 * BigInteger} when a product would not: a threshold is decided on the true value at any number of
 * sheets.
 */
final class Ratio implements Comparable<Ratio> {

  private static final long EXACT_IN_A_DOUBLE = 1L << 53;

  static final Ratio ZERO = of(0, 1);

  private final long numerator;
  private final long denominator;
  private final BigInteger bigNumerator;
  private final BigInteger bigDenominator;

  private Ratio(long numerator, long denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.bigNumerator = null;
    this.bigDenominator = null;
  }

  private Ratio(BigInteger numerator, BigInteger denominator) {
    this.numerator = 0;
    this.denominator = 0;
    this.bigNumerator = numerator;
    this.bigDenominator = denominator;
  }

  static Ratio of(long numerator, long denominator) {
    if (denominator <= 0) {
      throw new IllegalArgumentException("denominator must be positive, is " + denominator);
    }
    return new Ratio(numerator, denominator);
  }

  Ratio plus(Ratio other) {
    if (isLong() && other.isLong()) {
      try {
        return plusLong(other);
      } catch (ArithmeticException tooLarge) {
        // falls through to the arithmetic without bounds
      }
    }
    BigInteger sum =
        bigNumerator()
            .multiply(other.bigDenominator())
            .add(other.bigNumerator().multiply(bigDenominator()));
    return new Ratio(sum, bigDenominator().multiply(other.bigDenominator()));
  }

  private Ratio plusLong(Ratio other) {
    if (denominator == other.denominator) {
      return new Ratio(Math.addExact(numerator, other.numerator), denominator);
    }
    long common = ArithmeticUtils.gcd(denominator, other.denominator);
    long left = Math.multiplyExact(numerator, other.denominator / common);
    long right = Math.multiplyExact(other.numerator, denominator / common);
    return new Ratio(
        Math.addExact(left, right), Math.multiplyExact(denominator / common, other.denominator));
  }

  Ratio dividedBy(int divisor) {
    if (isLong()) {
      try {
        return of(numerator, Math.multiplyExact(denominator, (long) divisor));
      } catch (ArithmeticException tooLarge) {
        // falls through to the arithmetic without bounds
      }
    }
    return new Ratio(bigNumerator(), bigDenominator().multiply(BigInteger.valueOf(divisor)));
  }

  boolean isAtLeast(int threshold) {
    return compareTo(of(threshold, 1)) >= 0;
  }

  @Override
  public int compareTo(Ratio other) {
    if (isLong() && other.isLong()) {
      try {
        return Long.compare(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator));
      } catch (ArithmeticException tooLarge) {
        // falls through to the arithmetic without bounds
      }
    }
    return bigNumerator()
        .multiply(other.bigDenominator())
        .compareTo(other.bigNumerator().multiply(bigDenominator()));
  }

  /** Equal in value, whatever the denominators. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Ratio ratio && compareTo(ratio) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(toDouble());
  }

  /** The nearest double, for output only. */
  double toDouble() {
    if (isLong() && numerator >= 0) {
      long divisor = ArithmeticUtils.gcd(denominator, numerator);
      long top = numerator / divisor;
      long bottom = denominator / divisor;
      if (top <= EXACT_IN_A_DOUBLE && bottom <= EXACT_IN_A_DOUBLE) {
        return (double) top / bottom;
      }
    }
    BigInteger common = bigNumerator().gcd(bigDenominator());
    BigInteger top = bigNumerator().divide(common);
    BigInteger bottom = bigDenominator().divide(common);
    if (top.bitLength() <= 53 && bottom.bitLength() <= 53) {
      return top.doubleValue() / bottom.doubleValue();
    }
    return new BigDecimal(top).divide(new BigDecimal(bottom), MathContext.DECIMAL128).doubleValue();
  }

  @Override
  public String toString() {
    return bigNumerator() + "/" + bigDenominator();
  }

  private boolean isLong() {
    return bigNumerator == null;
  }

  private BigInteger bigNumerator() {
    return bigNumerator == null ? BigInteger.valueOf(numerator) : bigNumerator;
  }

  private BigInteger bigDenominator() {
    return bigDenominator == null ? BigInteger.valueOf(denominator) : bigDenominator;
  }
}
