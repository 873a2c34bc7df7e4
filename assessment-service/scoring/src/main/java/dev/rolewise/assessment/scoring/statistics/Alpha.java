package dev.rolewise.assessment.scoring.statistics;

/**
 * Cronbach's alpha of a scale of k items, from the covariances C of the respondents who answered
 * all of them (Cronbach 1951, Psychometrika 16). For items answered 0 or 1 it is KR-20 (Kuder and
 * Richardson 1937). Negative values are shown as they are.
 */
public final class Alpha {

  private static final String ONE_ITEM = "needs two items";
  static final String TOO_FEW = "needs two respondents who answered every item";
  private static final String NO_VARIANCE = "the total has no variance";

  private Alpha() {}

  /**
   * alpha = k / (k - 1) x (1 - tr C / sum C), at most 1.
   *
   * @return undefined below two items or two respondents, and when the total has no variance
   */
  public static Figure of(Covariances c) {
    if (c.items() < 2) {
      return Figure.undefined(ONE_ITEM);
    }
    if (c.n() < 2) {
      return Figure.undefined(TOO_FEW);
    }
    return alpha(c.items(), c.trace(), c.sum());
  }

  private static Figure alpha(int items, double trace, double sum) {
    // covariances that cancel out leave a rest of rounding, not a variance
    if (sum <= trace * 1e-13) {
      return Figure.undefined(NO_VARIANCE);
    }
    // at most 1 but for rounding
    return Figure.of(Math.min(1, items / (items - 1.0) * (1 - trace / sum)));
  }

  /**
   * Alpha of the scale without each item in turn: the same formula on C without the item's row and
   * column, so with k - 1 items, tr C - c_ii and sum C - 2 sum_j c_ij + c_ii.
   *
   * @return one per item; undefined below three items or two respondents, single ones when the rest
   *     has no variance
   */
  public static Figures ifDeleted(Covariances c) {
    if (c.items() < 3) {
      return Figures.undefined("needs three items");
    }
    if (c.n() < 2) {
      return Figures.undefined(TOO_FEW);
    }
    double[] without = new double[c.items()];
    double trace = c.trace();
    double sum = c.sum();
    for (int i = 0; i < without.length; i++) {
      double variance = c.at(i, i);
      without[i] =
          alpha(without.length - 1, trace - variance, sum - 2 * c.rowSum(i) + variance).value();
    }
    return Figures.partly(without, "the total of the other items has no variance");
  }

  /**
   * Mean of the k (k - 1) / 2 correlations r_ij = c_ij / sqrt(c_ii c_jj) between the items, -1..1.
   *
   * @return undefined below two items or two respondents, and with a constant item
   */
  public static Figure averageCorrelation(Covariances c) {
    if (c.items() < 2) {
      return Figure.undefined(ONE_ITEM);
    }
    if (c.n() < 2) {
      return Figure.undefined(TOO_FEW);
    }
    if (c.hasConstantItem()) {
      return Figure.undefined(ItemCorrelations.CONSTANT_ITEM);
    }
    double[][] r = c.correlations();
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += r[i][j];
      }
    }
    return Figure.of(2 * sum / (r.length * (r.length - 1.0)));
  }

  /**
   * Standardised alpha, from the average correlation r: k r / (1 + (k - 1) r) (Spearman-Brown).
   *
   * @return undefined where r is, and when 1 + (k - 1) r is 0
   */
  public static Figure standardised(Covariances c) {
    Figure r = averageCorrelation(c);
    if (!r.isDefined()) {
      return r;
    }
    double total = 1 + (c.items() - 1) * r.value();
    return total <= 1e-13
        ? Figure.undefined(NO_VARIANCE)
        : Figure.of(c.items() * r.value() / total);
  }
}
