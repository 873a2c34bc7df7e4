package dev.rolewise.assessment.scoring.statistics;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Feldt's interval for alpha (Feldt 1965, Psychometrika 30; Feldt, Woodruff and Salih 1987): the
 * bounds are 1 - (1 - alpha) x F(q; n - 1, (n - 1)(k - 1)) with q = 1 - tail and q = tail.
 */
public final class FeldtInterval {

  private FeldtInterval() {}

  /**
   * Lower and upper bound.
   *
   * @param alpha alpha of the scale
   * @param n respondents who answered every item
   * @param items k
   * @param level coverage, such as 0.95
   * @return two bounds; undefined where alpha is
   */
  public static Figures of(Figure alpha, int n, int items, double level) {
    if (!alpha.isDefined()) {
      return Figures.undefined(alpha.reason());
    }
    FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (items - 1.0));
    double tail = (1 - level) / 2;
    double error = 1 - alpha.value();
    return Figures.of(
        1 - error * f.inverseSurvivalProbability(tail),
        1 - error * f.inverseCumulativeProbability(tail));
  }
}
