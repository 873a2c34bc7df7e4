package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.function.Function;

/**
 * What a report is computed from: the released answers, or the sums that a bundle carries. Either
 * way the same rules run over the same numbers.
 */
interface TeamFigures {

  /** Released sheets. */
  int people();

  AreaTally[] tallies();

  /** The scenario votes of everybody; may be null when too few people voted. */
  VotePool votes();

  /**
   * How people's mean struggle in the usable areas of a side spreads.
   *
   * @param usable by area
   */
  RoleSpread spread(int side, boolean[] usable);

  /** Whether the answers without some one person give another code; null when it is not told. */
  Boolean flipsWithoutOne(VerdictCode code, int usability);

  /** Whether the sums tell if missing answers could flip. */
  boolean sumsTellMissing();

  /** Whether missing answers could flip, where the sums do not tell; null when nothing does. */
  Boolean storedCouldFlip();

  /** Whether the sums tell if both wordings agree. */
  boolean sumsTellWordings();

  /** Whether both wordings agree, where the sums do not tell; null when nothing does. */
  Boolean storedSameWording();

  default AreaTally tally(int area) {
    return tallies()[area];
  }

  default AreaSums[] sums() {
    return each(AreaTally::both);
  }

  /** Sums with the items of one wording only; coverage as it is. */
  default AreaSums[] sums(Wording wording) {
    return each(wording == Wording.A ? AreaTally::a : AreaTally::b);
  }

  private AreaSums[] each(Function<AreaTally, AreaSums> part) {
    AreaTally[] tallies = tallies();
    AreaSums[] sums = new AreaSums[tallies.length];
    for (int area = 0; area < sums.length; area++) {
      sums[area] = part.apply(tallies[area]);
    }
    return sums;
  }
}
