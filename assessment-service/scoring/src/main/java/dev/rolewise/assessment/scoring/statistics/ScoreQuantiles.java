package dev.rolewise.assessment.scoring.statistics;

import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Quantiles of scores by two of the definitions of Hyndman and Fan (1996, The American Statistician
 * 50): type 6, at (n + 1) p, and type 7, at (n - 1) p + 1.
 *
 * @param type6 one per probability; undefined without a score
 * @param type7 likewise
 */
public record ScoreQuantiles(Figures type6, Figures type7) {

  /** The probabilities. */
  public static final List<Double> PROBABILITIES = List.of(.025, .1, .25, .5, .75, .9, .975);

  /**
   * @param scores in any order
   */
  static ScoreQuantiles of(double[] scores) {
    return new ScoreQuantiles(
        quantiles(scores, EstimationMethod.HF6), quantiles(scores, EstimationMethod.HF7));
  }

  private static Figures quantiles(double[] scores, EstimationMethod method) {
    if (scores.length == 0) {
      return Figures.undefined(GroupScores.NO_SCORE);
    }
    double[] p = PROBABILITIES.stream().mapToDouble(Double::doubleValue).toArray();
    return Figures.of(Quantile.withDefaults().with(method).evaluate(scores, p));
  }
}
