package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;

/** Everything counted in one pass over the sheets for one area. */
final class AreaTally {

  private static final int POINTS = Instrument.HIGHEST_ANSWER + 1;

  private AreaSums both = AreaSums.NONE;
  private final AreaSums[] single = {AreaSums.NONE, AreaSums.NONE};
  private final int[] distribution = new int[POINTS];
  private int dontKnow;
  private final int[] coverage;
  private final int[][] complete = new int[Wording.values().length][POINTS];
  private int completeRaters;

  AreaTally(int coverageOptions) {
    coverage = new int[coverageOptions];
  }

  /**
   * @param a struggle by wording a, 0..4, or -1
   * @param b struggle by wording b, already turned round, or -1
   * @param option position of the coverage option, or -1
   * @param credit credit of that option, or -1
   */
  void add(int a, int b, int option, int credit) {
    both = both.plus(personHalves(a, b), credit);
    countAnswer(Wording.A, a, credit);
    countAnswer(Wording.B, b, credit);
    if (a >= 0 && b >= 0) {
      complete[Wording.A.ordinal()][a]++;
      complete[Wording.B.ordinal()][b]++;
      completeRaters++;
    }
    if (option >= 0) {
      coverage[option]++;
    }
  }

  private void countAnswer(Wording wording, int answer, int credit) {
    int index = wording.ordinal();
    single[index] = single[index].plus(personHalves(answer, Sheet.DONT_KNOW), credit);
    if (answer >= 0) {
      distribution[answer]++;
    } else {
      dontKnow++;
    }
  }

  /** A person's struggle in half scale points: the mean of the wordings answered, -1 for none. */
  static int personHalves(int a, int b) {
    if (a >= 0 && b >= 0) {
      return a + b;
    }
    int answered = Math.max(a, b);
    return answered < 0 ? Sheet.DONT_KNOW : answered * AreaSums.HALVES_PER_POINT;
  }

  AreaSums sums() {
    return both;
  }

  AreaSums sums(Wording wording) {
    return single[wording.ordinal()];
  }

  int[] distribution() {
    return distribution;
  }

  int dontKnow() {
    return dontKnow;
  }

  int[] coverage() {
    return coverage;
  }

  /** Counts of 0..4 for one wording among the people who answered both. */
  int[] complete(Wording wording) {
    return complete[wording.ordinal()];
  }

  int completeRaters() {
    return completeRaters;
  }
}
