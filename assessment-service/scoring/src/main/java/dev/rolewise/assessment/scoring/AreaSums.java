package dev.rolewise.assessment.scoring;

/**
 * All that the scores of one area need: a person's struggle is counted in half scale points (two
 * wordings sum to 0..8; a single one counts twice), a person's coverage in percent credit.
 *
 * @param halves sum over the raters of their struggle in half scale points
 * @param raters people who answered at least one wording
 * @param credits sum over the coverers of the credit of their option
 * @param coverers people who answered the coverage question
 */
record AreaSums(long halves, int raters, long credits, int coverers) {

  /** Half scale points of one person's answer to a single wording, or of the mean of one. */
  static final int HALVES_PER_POINT = 2;

  private static final int MOST_CREDIT = 100;

  /** Sums of a single wording in whole scale points. */
  static AreaSums ofPoints(long points, int raters, long credits, int coverers) {
    return new AreaSums(points * HALVES_PER_POINT, raters, credits, coverers);
  }

  /** The sums without one person; -1 where the person did not know. */
  AreaSums minus(int personHalves, int personCredit) {
    boolean rates = personHalves >= 0;
    boolean covers = personCredit >= 0;
    return new AreaSums(
        rates ? halves - personHalves : halves,
        rates ? raters - 1 : raters,
        covers ? credits - personCredit : credits,
        covers ? coverers - 1 : coverers);
  }

  /** As if this many more people had all given this item answer and a coverage of none or all. */
  AreaSums filled(int people, int answer, boolean covered) {
    return new AreaSums(
        halves + (long) people * answer * HALVES_PER_POINT,
        raters + people,
        credits + (covered ? (long) people * MOST_CREDIT : 0),
        coverers + people);
  }

  boolean struggleKnown(int usability) {
    return raters >= usability;
  }

  boolean gapKnown(int usability) {
    return coverers >= usability;
  }

  boolean usable(int usability) {
    return struggleKnown(usability) && gapKnown(usability);
  }

  /** S = 25 x mean of the raters' struggle, 0..100. */
  Ratio struggle() {
    return Ratio.of(25 * halves, (long) HALVES_PER_POINT * raters);
  }

  /** G = 100 x (1 - mean coverage), 0..100. */
  Ratio gap() {
    return Ratio.of((long) MOST_CREDIT * coverers - credits, coverers);
  }
}
