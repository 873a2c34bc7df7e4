package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * Omega total of a one-factor model (McDonald 1999, Test Theory, chapter 6): (sum l)^2 / ((sum l)^2
 * + sum psi), the share of the total's variance that the factor explains.
 */
public final class Omega {

  private static final String HEYWOOD =
      "no factor model fits: a uniqueness is at or below its bound (Heywood case)";

  private Omega() {}

  /**
   * On correlations, by {@link MinimumResiduals minimum residuals}.
   *
   * @return 0..1; undefined below three items or two respondents, with a constant item, for a
   *     Heywood case, and when fewer than three items go together
   */
  public static Figure minresStandardised(Covariances c) {
    String missing = missing(c);
    if (missing != null) {
      return Figure.undefined(missing);
    }
    double[] ones = new double[c.items()];
    Arrays.fill(ones, 1);
    return omega(MinimumResiduals.fit(c.correlations()), ones);
  }

  /**
   * On covariances, by {@link MaximumLikelihood maximum likelihood}.
   *
   * @return 0..1; undefined below three items or two respondents, with a constant item, when the
   *     covariances are singular, and for a Heywood case
   */
  public static Figure maximumLikelihoodRaw(Covariances c) {
    String missing = missing(c);
    if (missing != null) {
      return Figure.undefined(missing);
    }
    double[][] correlations = c.correlations();
    Spectrum spectrum = Spectrum.of(correlations);
    if (spectrum.singular()) {
      return Figure.undefined("the covariances of the items cannot be inverted");
    }
    double[] deviations = new double[c.items()];
    Arrays.setAll(deviations, i -> Math.sqrt(c.at(i, i)));
    return omega(MaximumLikelihood.fit(correlations, spectrum), deviations);
  }

  private static String missing(Covariances c) {
    if (c.items() < 3) {
      return "needs three items";
    }
    if (c.n() < 2) {
      return Alpha.TOO_FEW;
    }
    return c.hasConstantItem() ? ItemCorrelations.CONSTANT_ITEM : null;
  }

  private static Figure omega(OneFactor factor, double[] deviations) {
    if (!factor.isDetermined()) {
      return Figure.undefined("fewer than three items go together: no factor is determined");
    }
    return factor.isHeywood() ? Figure.undefined(HEYWOOD) : Figure.of(factor.omega(deviations));
  }
}
