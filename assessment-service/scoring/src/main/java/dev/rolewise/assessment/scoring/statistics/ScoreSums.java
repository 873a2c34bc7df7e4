package dev.rolewise.assessment.scoring.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import org.apache.commons.numbers.core.ArithmeticUtils;

/**
 * Sums of the scores of respondents who gave whole answers. A score is the mean of the answered
 * items, so sums are kept by the number of answered items and put on one denominator at the end:
 * everything is exact and rounded once, and what was added and taken away again leaves no trace.
 */
public final class ScoreSums {

  private static final long LARGEST_EXACT_DOUBLE = 1L << 53;
  private static final MathContext DIGITS = new MathContext(60);

  private final long lowest;
  private final int[] people;
  private final long[] sums;
  private final long[] squares;
  private int n;

  /**
   * @param items of the scale
   */
  public ScoreSums(ResponseScale responses, int items) {
    if (!responses.fitsBytes()) {
      throw new IllegalArgumentException("exact scores need a narrow scale of whole answers");
    }
    lowest = (long) responses.lowest();
    people = new int[items + 1];
    sums = new long[items + 1];
    squares = new long[items + 1];
  }

  /**
   * Adds a respondent's score.
   *
   * @param answered items answered, 1 or more
   * @param total sum of the answers' distances from the lowest one, reversed items turned round
   */
  public void add(int answered, int total) {
    move(answered, total, 1);
  }

  /** Takes a score away that was added before. */
  public void remove(int answered, int total) {
    if (people[answered] == 0) {
      throw new IllegalArgumentException("a score that was never added");
    }
    move(answered, total, -1);
  }

  private void move(int answered, int total, int sign) {
    n += sign;
    people[answered] += sign;
    sums[answered] += (long) sign * total;
    squares[answered] += (long) sign * total * total;
  }

  void clear() {
    n = 0;
    Arrays.fill(people, 0);
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }

  /** Scored respondents. */
  public int n() {
    return n;
  }

  /** Mean score; needs one. */
  public double mean() {
    try {
      long unit = unit();
      long whole = Math.multiplyExact(unit, n);
      long numerator = Math.addExact(sum(unit), Math.multiplyExact(lowest, whole));
      if (Math.abs(numerator) <= LARGEST_EXACT_DOUBLE && whole <= LARGEST_EXACT_DOUBLE) {
        return (double) numerator / whole;
      }
    } catch (ArithmeticException tooLarge) {
      // falls through to the arithmetic without bounds
    }
    BigInteger whole = bigUnit().multiply(BigInteger.valueOf(n));
    return quotient(bigSum().add(whole.multiply(BigInteger.valueOf(lowest))), whole);
  }

  /** Sum of squared deviations of the scores from their mean; needs one. */
  public double sumOfSquares() {
    try {
      long unit = unit();
      long sum = sum(unit);
      long spread =
          Math.subtractExact(Math.multiplyExact(n, squares(unit)), Math.multiplyExact(sum, sum));
      return spread / ((double) n * unit * unit);
    } catch (ArithmeticException tooLarge) {
      return bigSumOfSquares();
    }
  }

  /** A denominator that all scores have in common. */
  private long unit() {
    long unit = 1;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        unit = ArithmeticUtils.lcm(unit, answered);
      }
    }
    return unit;
  }

  /** Sum of the scores' distances from the lowest answer, in units. */
  private long sum(long unit) {
    long sum = 0;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        sum = Math.addExact(sum, Math.multiplyExact(sums[answered], unit / answered));
      }
    }
    return sum;
  }

  private long squares(long unit) {
    long sum = 0;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        long factor = unit / answered;
        long squared = Math.multiplyExact(Math.multiplyExact(squares[answered], factor), factor);
        sum = Math.addExact(sum, squared);
      }
    }
    return sum;
  }

  private double bigSumOfSquares() {
    BigInteger unit = bigUnit();
    BigInteger squared = BigInteger.ZERO;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        BigInteger factor = unit.divide(BigInteger.valueOf(answered));
        squared = squared.add(BigInteger.valueOf(squares[answered]).multiply(factor.pow(2)));
      }
    }
    BigInteger size = BigInteger.valueOf(n);
    return quotient(squared.multiply(size).subtract(bigSum().pow(2)), size.multiply(unit.pow(2)));
  }

  private BigInteger bigUnit() {
    BigInteger unit = BigInteger.ONE;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        BigInteger next = BigInteger.valueOf(answered);
        unit = unit.divide(unit.gcd(next)).multiply(next);
      }
    }
    return unit;
  }

  private BigInteger bigSum() {
    BigInteger unit = bigUnit();
    BigInteger total = BigInteger.ZERO;
    for (int answered = 1; answered < people.length; answered++) {
      if (people[answered] > 0) {
        BigInteger factor = unit.divide(BigInteger.valueOf(answered));
        total = total.add(BigInteger.valueOf(sums[answered]).multiply(factor));
      }
    }
    return total;
  }

  private static double quotient(BigInteger top, BigInteger bottom) {
    return new BigDecimal(top).divide(new BigDecimal(bottom), DIGITS).doubleValue();
  }
}
