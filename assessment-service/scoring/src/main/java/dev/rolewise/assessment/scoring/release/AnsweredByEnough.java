package dev.rolewise.assessment.scoring.release;

import dev.rolewise.assessment.scoring.bundle.AreaFigures;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StoredChecks;

/**
 * Whether the checks of a verdict that take the sheets, rather than the figures shown, may be told
 * once more than one release has been seen.
 *
 * <p>Leaving every person out in turn, and adding the missing ones, reads both halves of every
 * area: also a half that is withheld because few people answered it, or that stays as it was last
 * shown because few are new in it. Told after one release and again after the next, such a check
 * would say something about those few. So it is told only when the report shows every half, and
 * every half about all released sheets: each of them is then shown anew by nobody or by at least k
 * people, and so is what the check makes of them. Which wording people answered is read by a check
 * that the shown sums tell, where there are any.
 *
 * <p>The report of a first release is about one set of at least k sheets, inside which a don't-know
 * is not a smaller set (architecture 4.3): there every check is told.
 */
final class AnsweredByEnough {

  private AnsweredByEnough() {}

  /**
   * @param all the checks of all released sheets; null without a verdict
   * @param shown the figures that may be shown
   * @param current the figures of all released sheets
   * @return the checks that may be told beside those figures
   */
  static StoredChecks of(StoredChecks all, RoundSums shown, RoundSums current) {
    if (all == null) {
      return null;
    }
    boolean enough =
        shown.areas().stream().allMatch(AnsweredByEnough::whole)
            && ShownFigures.sameHalves(shown, current);
    return enough ? new StoredChecks(all.onePersonLessFlips(), null, null) : StoredChecks.NOT_TOLD;
  }

  private static boolean whole(AreaFigures area) {
    return area.struggle() != null && area.coverage() != null;
  }
}
