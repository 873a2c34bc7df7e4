package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * A one-factor model of correlations: r_ij = l_i l_j, and l_i^2 + psi_i = 1.
 *
 * @param loadings l, one per item, -1..1
 * @param uniquenesses psi, one per item
 * @param discrepancy how far the model is from the correlations; what the estimation made smallest
 */
record OneFactor(double[] loadings, double[] uniquenesses, double discrepancy) {

  /**
   * The least uniqueness that an estimate may have, as factor programs have it. An estimate that
   * wants to go below is a Heywood case: no factor model fits.
   */
  static final double LEAST_UNIQUENESS = 0.005;

  private static final double AT_BOUND = 1.000001 * LEAST_UNIQUENESS;

  private static final double NO_LOADING = 1e-6;
  private static final int FEWEST_LOADINGS = 3;

  /**
   * Whether the correlations leave only one such model: a factor shows in three items or more. With
   * two, only the product of their loadings is known.
   */
  boolean isDetermined() {
    return Arrays.stream(loadings).filter(l -> Math.abs(l) > NO_LOADING).count() >= FEWEST_LOADINGS;
  }

  boolean isHeywood() {
    return Arrays.stream(uniquenesses).anyMatch(psi -> psi <= AT_BOUND);
  }

  /**
   * omega = (sum l)^2 / ((sum l)^2 + sum psi), loadings and uniquenesses in the units of the items.
   *
   * @param deviations standard deviation per item; ones for correlations
   */
  double omega(double[] deviations) {
    double loading = 0;
    double unique = 0;
    for (int i = 0; i < loadings.length; i++) {
      loading += deviations[i] * loadings[i];
      unique += deviations[i] * deviations[i] * uniquenesses[i];
    }
    return loading * loading / (loading * loading + unique);
  }
}
