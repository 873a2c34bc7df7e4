package dev.rolewise.assessment.scoring.statistics;

import java.util.List;
import java.util.Map;

/**
 * Agreement within a team as the variance that is missing from what chance would give (James,
 * Demaree and Wolf 1984, Journal of Applied Psychology 69; Lindell, Brandt and Whitney 1999,
 * Applied Psychological Measurement 23). Chance means answers spread evenly over A options, with
 * the variance s2_EU = (A^2 - 1) / 12, unless another null distribution is named.
 */
public final class WithinGroupAgreement {

  static final String NO_OPTIONS = "needs the number of response options";

  /** Null distributions with other shapes than even, in the order of a report. */
  public static final List<String> SKEWED_SHAPES =
      List.of("slightSkew", "moderateSkew", "heavySkew", "triangular", "normal");

  /**
   * Expected variances of those shapes by number of options (LeBreton and Senter 2008, table 2).
   */
  private static final Map<Integer, double[]> SKEWED =
      Map.of(
          5, new double[] {1.34, 0.90, 0.44, 1.32, 1.04},
          6, new double[] {1.85, 1.26, 0.69, 1.45, 1.25},
          7, new double[] {2.90, 2.14, 1.39, 2.10, 1.40},
          9, new double[] {5.66, 4.73, 3.16, 3.00, 1.58},
          11, new double[] {7.31, 6.32, 4.02, 3.32, 1.40});

  private WithinGroupAgreement() {}

  /** Variance of answers spread evenly over the options: (A^2 - 1) / 12. */
  public static double evenVariance(int options) {
    return ((double) options * options - 1) / 12;
  }

  /**
   * Expected variance of a shape of {@link #SKEWED_SHAPES}.
   *
   * @return undefined for other numbers of options than 5, 6, 7, 9 and 11
   */
  public static Figure skewedVariance(int options, String shape) {
    double[] variances = SKEWED.get(options);
    return variances == null
        ? Figure.undefined("no skewed distribution is published for " + options + " options")
        : Figure.of(variances[SKEWED_SHAPES.indexOf(shape)]);
  }

  /**
   * rwg of one item: 1 - s2 / expected, with s2 capped at the expected variance.
   *
   * @param variance sample variance of the item, 0 or more
   * @param expected variance under the null distribution
   * @return 0..1
   */
  public static double rwg(double variance, double expected) {
    return 1 - Math.min(variance / expected, 1);
  }

  /**
   * rwg(j) of several parallel items: k (1 - q) / (k (1 - q) + q), where q is the mean item
   * variance over the expected one, capped at 1. The ratio is capped, not the result: uncapped, two
   * people who answer 1 and 5 throughout would score 1.5.
   *
   * @param meanVariance mean of the items' sample variances
   * @param expected variance under the null distribution
   * @param items k
   * @return 0..1
   */
  public static double rwgj(double meanVariance, double expected, int items) {
    double q = Math.min(meanVariance / expected, 1);
    double agreed = items * (1 - q);
    return agreed / (agreed + q);
  }

  /**
   * r*wg(j): 1 - mean item variance / expected variance.
   *
   * @return at most 1; negative when people differ more than chance
   */
  public static double lindell(double meanVariance, double expected) {
    return 1 - meanVariance / expected;
  }

  /**
   * r*wg(j) against the most that people could differ, half of them at either end: 1 - mean
   * variance / ((hi - lo)^2 / 4 x n / (n - 1)).
   *
   * @param people n, 2 or more
   * @return 0..1
   */
  public static double maximumDissensus(double meanVariance, ResponseScale responses, int people) {
    double half = (responses.highest() - responses.lowest()) / 2;
    return 1 - meanVariance / (half * half * people / (people - 1.0));
  }
}
