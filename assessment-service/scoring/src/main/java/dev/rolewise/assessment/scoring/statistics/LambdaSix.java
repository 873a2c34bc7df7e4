package dev.rolewise.assessment.scoring.statistics;

/**
 * Squared multiple correlations and Guttman's lambda 6 (Guttman 1945, Psychometrika 10): what the
 * other items predict of each item, and the reliability that follows.
 */
public final class LambdaSix {

  private static final String SINGULAR = "the correlations of the items cannot be inverted";

  private LambdaSix() {}

  /**
   * smc_i = 1 - 1 / (R^-1)_ii.
   *
   * @return one per item, 0..1; undefined below two items or two respondents, with a constant item,
   *     and when R is singular
   */
  public static Figures squaredMultipleCorrelations(Covariances c) {
    if (c.items() < 2) {
      return Figures.undefined("needs two items");
    }
    if (c.n() < 2) {
      return Figures.undefined(Alpha.TOO_FEW);
    }
    if (c.hasConstantItem()) {
      return Figures.undefined(ItemCorrelations.CONSTANT_ITEM);
    }
    Spectrum spectrum = Spectrum.of(c.correlations());
    if (spectrum.singular()) {
      return Figures.undefined(SINGULAR);
    }
    double[] smc = spectrum.inverseDiagonal();
    for (int i = 0; i < smc.length; i++) {
      smc[i] = Math.max(0, 1 - 1 / smc[i]);
    }
    return Figures.of(smc);
  }

  /**
   * Standardised: 1 - sum (1 - smc_i) / sum R.
   *
   * @return undefined where the squared multiple correlations are
   */
  public static Figure standardised(Covariances c) {
    Figures smc = squaredMultipleCorrelations(c);
    if (!smc.isDefined()) {
      return Figure.undefined(smc.reason());
    }
    double unexplained = 0;
    double total = 0;
    double[][] r = c.correlations();
    for (int i = 0; i < r.length; i++) {
      unexplained += 1 - smc.values()[i];
      for (double correlation : r[i]) {
        total += correlation;
      }
    }
    return Figure.of(1 - unexplained / total);
  }

  /**
   * The same on covariances: 1 - sum c_ii (1 - smc_i) / sum C, as c_ii (1 - smc_i) = 1 / (C^-1)_ii.
   *
   * @return undefined where the squared multiple correlations are
   */
  public static Figure raw(Covariances c) {
    Figures smc = squaredMultipleCorrelations(c);
    if (!smc.isDefined()) {
      return Figure.undefined(smc.reason());
    }
    double unexplained = 0;
    for (int i = 0; i < c.items(); i++) {
      unexplained += c.at(i, i) * (1 - smc.values()[i]);
    }
    return Figure.of(1 - unexplained / c.sum());
  }
}
