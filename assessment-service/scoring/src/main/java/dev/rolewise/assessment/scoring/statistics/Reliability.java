package dev.rolewise.assessment.scoring.statistics;

/**
 * Reliability of a scale among the respondents who answered all of its items.
 *
 * @param n complete respondents
 * @param k items
 * @param alpha {@link Alpha#of}
 * @param alphaFeldt95 {@link FeldtInterval} of alpha, two bounds
 * @param alphaFeldt90 likewise
 * @param alphaStd {@link Alpha#standardised}
 * @param averageR {@link Alpha#averageCorrelation}
 * @param smc {@link LambdaSix#squaredMultipleCorrelations}, one per item
 * @param lambda6Std {@link LambdaSix#standardised}
 * @param lambda6Raw {@link LambdaSix#raw}
 * @param omegaTotalMinresStd {@link Omega#minresStandardised}
 * @param omegaTotalMlRaw {@link Omega#maximumLikelihoodRaw}
 * @param correctedItemTotal {@link ItemCorrelations#correctedItemTotal}, one per item
 * @param alphaIfDeleted {@link Alpha#ifDeleted}, one per item
 */
public record Reliability(
    int n,
    int k,
    Figure alpha,
    Figures alphaFeldt95,
    Figures alphaFeldt90,
    Figure alphaStd,
    Figure averageR,
    Figures smc,
    Figure lambda6Std,
    Figure lambda6Raw,
    Figure omegaTotalMinresStd,
    Figure omegaTotalMlRaw,
    Figures correctedItemTotal,
    Figures alphaIfDeleted) {

  /** All of it from one matrix. */
  public static Reliability of(Covariances c) {
    Figure alpha = Alpha.of(c);
    return new Reliability(
        c.n(),
        c.items(),
        alpha,
        FeldtInterval.of(alpha, c.n(), c.items(), 0.95),
        FeldtInterval.of(alpha, c.n(), c.items(), 0.90),
        Alpha.standardised(c),
        Alpha.averageCorrelation(c),
        LambdaSix.squaredMultipleCorrelations(c),
        LambdaSix.standardised(c),
        LambdaSix.raw(c),
        Omega.minresStandardised(c),
        Omega.maximumLikelihoodRaw(c),
        ItemCorrelations.correctedItemTotal(c),
        Alpha.ifDeleted(c));
  }
}
