package dev.rolewise.assessment.scoring.statistics;

import java.util.List;

/**
 * One scale among all respondents.
 *
 * @param scale id
 * @param respondents all, in any state
 * @param complete those who answered every item
 * @param scored those who answered enough for a score
 * @param missingAnswers answers to the scale's items that are not there
 * @param meanScore mean of the scores
 * @param sdScore their sample standard deviation
 * @param quantiles of the scores
 * @param items one per item
 * @param reliability among complete respondents
 * @param aggregation over teams
 */
public record ScaleSummary(
    String scale,
    int respondents,
    int complete,
    int scored,
    long missingAnswers,
    Figure meanScore,
    Figure sdScore,
    ScoreQuantiles quantiles,
    List<ItemFigures> items,
    Reliability reliability,
    Aggregation aggregation) {
  public ScaleSummary {
    items = List.copyOf(items);
  }
}
