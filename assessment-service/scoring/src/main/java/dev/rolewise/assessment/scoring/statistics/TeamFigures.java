package dev.rolewise.assessment.scoring.statistics;

import java.util.List;

/**
 * One scale in one team. Agreement counts respondents who answered every item, and needs two of
 * them.
 *
 * @param team name
 * @param respondents all, in any state
 * @param complete those who answered every item
 * @param scored those who answered enough for a score
 * @param meanScore mean of the scores
 * @param sdScore their sample standard deviation
 * @param medianScore their median
 * @param meanItemVariance mean of the items' sample variances
 * @param rwgj {@link WithinGroupAgreement#rwgj}
 * @param rwgjLindell {@link WithinGroupAgreement#lindell}
 * @param maxDissensusRwg {@link WithinGroupAgreement#maximumDissensus}
 * @param rwgjSkewed rwg(j) under each of {@link WithinGroupAgreement#SKEWED_SHAPES}; null together,
 *     with the reason in skewedReason
 * @param skewedReason why there is none
 * @param adMean {@link AverageDeviation#fromMean}
 * @param adMedian {@link AverageDeviation#fromMedian}
 * @param awg {@link BrownHauensteinAgreement}
 * @param itemMean one per item
 * @param itemVar sample variances, one per item
 * @param itemRwg {@link WithinGroupAgreement#rwg}, one per item
 * @param available on each item's own answers
 * @param krippendorffInterval {@link KrippendorffAlpha}, on available answers
 * @param krippendorffOrdinal likewise
 * @param kendallW {@link KendallW}
 */
public record TeamFigures(
    String team,
    int respondents,
    int complete,
    int scored,
    Figure meanScore,
    Figure sdScore,
    Figure medianScore,
    Figure meanItemVariance,
    Figure rwgj,
    Figure rwgjLindell,
    Figure maxDissensusRwg,
    List<Figure> rwgjSkewed,
    String skewedReason,
    Figure adMean,
    Figure adMedian,
    Figure awg,
    Figures itemMean,
    Figures itemVar,
    Figures itemRwg,
    Available available,
    Figure krippendorffInterval,
    Figure krippendorffOrdinal,
    Figure kendallW) {

  /**
   * Agreement on each item's own answers.
   *
   * @param itemsUsed items that two people or more answered
   * @param meanItemVariance mean of their sample variances
   * @param rwgj rwg(j) of those items
   */
  public record Available(int itemsUsed, Figure meanItemVariance, Figure rwgj) {}
}
