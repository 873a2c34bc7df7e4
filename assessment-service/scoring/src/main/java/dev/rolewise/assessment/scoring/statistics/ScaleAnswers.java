package dev.rolewise.assessment.scoring.statistics;

/**
 * The answers to one scale, reversed items turned round, respondents of one team side by side.
 * Positions count respondents in that order.
 */
interface ScaleAnswers {

  /** Items, k. */
  int items();

  /** Items that the respondent at a position answered. */
  int answered(int position);

  /** Mean of the answered items; NaN when too few are. */
  double score(int position);

  /** Scores of the respondents at the positions from..to - 1. */
  GroupScores scores(int from, int to);

  /**
   * How often each answer to an item was given at the positions from..to - 1.
   *
   * @param complete whether only respondents who answered every item count
   */
  ValueCounts counts(int item, int from, int to, boolean complete);

  /** Adds the order in which each complete respondent at from..to - 1 puts the items. */
  KendallW concordance(int from, int to);

  /** Covariances among all complete respondents. */
  Covariances covariances();

  static ScaleAnswers of(AnswerTable table, Scale scale) {
    boolean whole = scale.items().stream().allMatch(i -> table.column(i.id()).whole());
    return whole ? new WholeAnswers(table, scale) : new DecimalAnswers(table, scale);
  }
}
