package dev.rolewise.assessment.scoring.bundle;

import java.util.List;

/**
 * What people answered to the two wordings of an area; reversed items are turned round everywhere.
 *
 * @param raters people who answered at least one wording, u or more
 * @param halves sum of their struggle in half scale points, 0..8 each: both wordings added, or the
 *     only one twice
 * @param distribution counts of the item answers 0..4, of both wordings
 * @param dontKnow item answers that were "don't know"
 * @param a the wording that names the problem; null when withheld
 * @param b its opposite; null when withheld
 * @param complete people who answered both wordings; null when fewer than u did
 */
public record StruggleSums(
    int raters,
    long halves,
    List<Integer> distribution,
    int dontKnow,
    WordingSums a,
    WordingSums b,
    CompleteSums complete) {

  public StruggleSums {
    distribution = List.copyOf(distribution);
  }

  /**
   * One wording alone.
   *
   * @param raters people who answered it: 0, or u or more
   * @param points sum of their answers, 0..4 each
   */
  public record WordingSums(int raters, long points) {}

  /**
   * The people who answered both wordings, m of them.
   *
   * @param raters m
   * @param deviations m x the sum of |x - item mean| over both items: 2 m^2 x AD_M
   * @param spread m x the sum of squares - the square of the sum, over both items
   */
  public record CompleteSums(int raters, long deviations, long spread) {}
}
