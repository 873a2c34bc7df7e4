package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.report.Agreement;

/**
 * Agreement on the two items of an area among the people who answered both, from exact integer
 * sums.
 *
 * <p>AD_M: mean over the items of the mean absolute deviation from the item mean (Burke,
 * Finkelstein and Dusig 1999); above A/6 for A options the team is called split (Burke and Dunlap
 * 2002). r*wg(j) = 1 - mean item variance (n - 1) / (A^2 - 1)/12 (Lindell, Brandt and Whitney
 * 1999).
 */
final class AreaAgreement {

  private static final int POINTS = Instrument.HIGHEST_ANSWER - Instrument.LOWEST_ANSWER + 1;

  /** Variance of answers spread evenly over the options, (A^2 - 1) / 12. */
  static final int UNIFORM_VARIANCE = (POINTS * POINTS - 1) / 12;

  private static final int ENDS = 2;
  private static final int CAMP = 2;

  /** Null when fewer than {@code fewest} people answered both wordings. */
  Agreement of(AreaTally tally, int fewest) {
    int people = tally.complete().raters();
    if (people < fewest) {
      return null;
    }
    long squared = (long) people * people;
    double adMean = tally.complete().deviations() / (double) (Wording.values().length * squared);
    // 1 - variance / expected variance on one denominator, so that it is rounded once
    long scale = Wording.values().length * (squared - people) * UNIFORM_VARIANCE;
    double lindell = (scale - tally.complete().spread()) / (double) scale;
    double chance = ChanceAgreement.lindell95(people, Wording.values().length, POINTS);
    return new Agreement(adMean, lindell, chance);
  }

  /**
   * Clearly different views: AD_M above A/6 (decided on integers), or at least two people on either
   * end of the coverage options. A half that too few people answered does not take part.
   */
  boolean split(AreaTally tally, int fewest) {
    return splitItems(tally, fewest) || splitCoverage(tally, fewest);
  }

  private static boolean splitItems(AreaTally tally, int fewest) {
    long people = tally.complete().raters();
    return people >= fewest
        && 6 * tally.complete().deviations() > POINTS * Wording.values().length * people * people;
  }

  private static boolean splitCoverage(AreaTally tally, int fewest) {
    int[] counts = tally.coverage();
    int owned = 0;
    int open = 0;
    for (int end = 0; end < ENDS; end++) {
      owned += counts[end];
      open += counts[counts.length - 1 - end];
    }
    return tally.both().gapKnown(fewest) && owned >= CAMP && open >= CAMP;
  }
}
