package dev.rolewise.assessment.scoring.statistics;

import java.math.BigInteger;

/** Integer sums on the way to a variance or covariance, exact at any size and rounded once. */
final class Exact {

  private Exact() {}

  /** n x sum of squares - square of the sum. */
  static double spread(long n, long sum, long squares) {
    return crossSpread(n, sum, sum, squares);
  }

  /** n x sum of products - product of the sums. */
  static double crossSpread(long n, long sumX, long sumY, long products) {
    try {
      return Math.subtractExact(Math.multiplyExact(n, products), Math.multiplyExact(sumX, sumY));
    } catch (ArithmeticException tooLarge) {
      return unbounded(n, sumX, sumY, products);
    }
  }

  private static double unbounded(long n, long sumX, long sumY, long products) {
    return BigInteger.valueOf(n)
        .multiply(BigInteger.valueOf(products))
        .subtract(BigInteger.valueOf(sumX).multiply(BigInteger.valueOf(sumY)))
        .doubleValue();
  }
}
