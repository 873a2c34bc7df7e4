package dev.rolewise.assessment.scoring.statistics;

/** How each item goes with the rest of its scale. */
public final class ItemCorrelations {

  static final String CONSTANT_ITEM = "an item has the same answer from everybody";

  private ItemCorrelations() {}

  /**
   * Corrected item-total correlation: the item with the sum of the others, (sum_j c_ij - c_ii) /
   * sqrt(c_ii (sum C - 2 sum_j c_ij + c_ii)) (Nunnally and Bernstein 1994, section 8).
   *
   * @return one per item, -1..1; undefined below two items or two respondents, single ones for a
   *     constant item or constant rest
   */
  public static Figures correctedItemTotal(Covariances c) {
    if (c.items() < 2) {
      return Figures.undefined("needs two items");
    }
    if (c.n() < 2) {
      return Figures.undefined(Alpha.TOO_FEW);
    }
    double[] correlations = new double[c.items()];
    double sum = c.sum();
    for (int i = 0; i < correlations.length; i++) {
      double variance = c.at(i, i);
      double rest = sum - 2 * c.rowSum(i) + variance;
      boolean constant = variance == 0 || rest <= (c.trace() - variance) * 1e-13;
      correlations[i] =
          constant ? Double.NaN : (c.rowSum(i) - variance) / Math.sqrt(variance * rest);
    }
    return Figures.partly(correlations, "an item or the sum of the others is constant");
  }
}
