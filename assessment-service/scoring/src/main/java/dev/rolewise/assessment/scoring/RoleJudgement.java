package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Quadrant;

/**
 * What the areas of one side say about its role.
 *
 * @param usableAreas areas of the side with a struggle and a gap
 * @param struggle mean over the usable areas; null when the role is not usable
 * @param gap likewise
 * @param quadrant likewise
 */
record RoleJudgement(int usableAreas, Ratio struggle, Ratio gap, Quadrant quadrant) {

  boolean usable() {
    return quadrant != null;
  }

  boolean is(Quadrant expected) {
    return quadrant == expected;
  }

  /** Struggle and gap together; for ordering vacant roles only, never for deciding that one is. */
  Ratio weight() {
    return struggle.plus(gap);
  }
}
