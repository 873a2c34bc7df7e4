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
    int people = tally.completeRaters();
    if (people < fewest) {
      return null;
    }
    long squared = (long) people * people;
    double adMean = deviations(tally) / (double) (Wording.values().length * squared);
    long spread = spread(tally.complete(Wording.A)) + spread(tally.complete(Wording.B));
    // 1 - variance / expected variance on one denominator, so that it is rounded once
    long scale = Wording.values().length * (squared - people) * UNIFORM_VARIANCE;
    double lindell = (scale - spread) / (double) scale;
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
    long people = tally.completeRaters();
    return people >= fewest
        && 6 * deviations(tally) > POINTS * Wording.values().length * people * people;
  }

  private static boolean splitCoverage(AreaTally tally, int fewest) {
    int[] counts = tally.coverage();
    int owned = 0;
    int open = 0;
    for (int end = 0; end < ENDS; end++) {
      owned += counts[end];
      open += counts[counts.length - 1 - end];
    }
    return tally.sums().gapKnown(fewest) && owned >= CAMP && open >= CAMP;
  }

  /** n x the sum of |x - item mean| over people and both items, an integer: 2 n^2 x AD_M. */
  private static long deviations(AreaTally tally) {
    return deviations(tally.complete(Wording.A)) + deviations(tally.complete(Wording.B));
  }

  private static long deviations(int[] counts) {
    long people = 0;
    long sum = 0;
    for (int value = 0; value < counts.length; value++) {
      people += counts[value];
      sum += (long) value * counts[value];
    }
    long deviations = 0;
    for (int value = 0; value < counts.length; value++) {
      deviations += counts[value] * Math.abs(people * value - sum);
    }
    return deviations;
  }

  /** n x sum of squares - square of the sum = n (n - 1) x sample variance. */
  private static long spread(int[] counts) {
    long people = 0;
    long sum = 0;
    long squares = 0;
    for (int value = 0; value < counts.length; value++) {
      people += counts[value];
      sum += (long) value * counts[value];
      squares += (long) value * value * counts[value];
    }
    return people * squares - sum * sum;
  }
}
