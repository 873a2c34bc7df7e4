package dev.rolewise.assessment.scoring.statistics;

/**
 * Scores of one group of respondents.
 *
 * @param n scored respondents
 * @param mean NaN when n is 0
 * @param squares sum of squared deviations from the mean; exactly 0 when all scores are equal
 */
record GroupScores(int n, double mean, double squares) {

  static final String NO_SCORE = "nobody has a score";

  static final GroupScores NONE = new GroupScores(0, Double.NaN, 0);

  Figure meanFigure() {
    return n == 0 ? Figure.undefined(NO_SCORE) : Figure.of(mean);
  }

  /** Sample standard deviation, divisor n - 1. */
  Figure deviation() {
    return n < 2
        ? Figure.undefined("needs two respondents with a score")
        : Figure.of(Math.sqrt(squares / (n - 1)));
  }
}
