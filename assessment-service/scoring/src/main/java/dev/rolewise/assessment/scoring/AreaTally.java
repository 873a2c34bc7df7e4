package dev.rolewise.assessment.scoring;

/**
 * Everything that a report counts in one area. A half that too few people answered may stand at
 * zero: the report shows nothing of it either way.
 *
 * @param both by whatever wordings a person answered
 * @param a by the first wording alone
 * @param b by the second wording alone
 * @param distribution counts of the item answers 0..4, reversed items turned round
 * @param dontKnow item answers that were "don't know"
 * @param coverage counts per coverage option, in the order of the instrument
 * @param complete the people who answered both wordings
 */
record AreaTally(
    AreaSums both,
    AreaSums a,
    AreaSums b,
    int[] distribution,
    int dontKnow,
    int[] coverage,
    Complete complete) {

  private static final int POINTS = Instrument.HIGHEST_ANSWER + 1;

  /**
   * The people who answered both wordings, n of them; both sums are over the two wordings.
   *
   * @param raters n
   * @param deviations n x the sum of |x - item mean| = 2 n^2 x AD_M
   * @param spread n x the sum of squares - the square of the sum = n (n - 1) x the sample variance
   */
  record Complete(int raters, long deviations, long spread) {}

  /**
   * @param pairs how often each pair of struggles occurs, {@code [(a + 1) * 8 + (b + 1)]}, both
   *     already turned round; -1 for don't know
   * @param options how often each coverage option was chosen
   * @param credits the credit of each option
   */
  static AreaTally of(int[] pairs, int[] options, int[] credits) {
    int coverers = 0;
    long credit = 0;
    for (int option = 0; option < options.length; option++) {
      coverers += options[option];
      credit += (long) options[option] * credits[option];
    }
    int[] onlyA = new int[POINTS];
    int[] onlyB = new int[POINTS];
    int[] completeA = new int[POINTS];
    int[] completeB = new int[POINTS];
    int nothing = pairs[0];
    for (int a = 0; a < POINTS; a++) {
      onlyA[a] = pairs[(a + 1) * ColumnCounts.CODES];
      onlyB[a] = pairs[a + 1];
      for (int b = 0; b < POINTS; b++) {
        int people = pairs[(a + 1) * ColumnCounts.CODES + b + 1];
        completeA[a] += people;
        completeB[b] += people;
      }
    }
    int singleA = total(onlyA);
    int singleB = total(onlyB);
    int complete = total(completeA);
    long pointsA = points(onlyA) + points(completeA);
    long pointsB = points(onlyB) + points(completeB);
    // a single wording stands for the mean of both, so its points count once more
    long halves = pointsA + points(onlyA) + pointsB + points(onlyB);
    int[] distribution = new int[POINTS];
    for (int point = 0; point < POINTS; point++) {
      distribution[point] = onlyA[point] + onlyB[point] + completeA[point] + completeB[point];
    }
    return new AreaTally(
        new AreaSums(halves, complete + singleA + singleB, credit, coverers),
        AreaSums.ofPoints(pointsA, complete + singleA, credit, coverers),
        AreaSums.ofPoints(pointsB, complete + singleB, credit, coverers),
        distribution,
        2 * nothing + singleA + singleB,
        options,
        new Complete(
            complete,
            deviations(completeA) + deviations(completeB),
            spread(completeA) + spread(completeB)));
  }

  /** A person's struggle in half scale points: the mean of the wordings answered, -1 for none. */
  static int personHalves(int a, int b) {
    if (a >= 0 && b >= 0) {
      return a + b;
    }
    int answered = Math.max(a, b);
    return answered < 0 ? Sheet.DONT_KNOW : answered * AreaSums.HALVES_PER_POINT;
  }

  private static int total(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  private static long points(int[] counts) {
    long points = 0;
    for (int value = 0; value < counts.length; value++) {
      points += (long) value * counts[value];
    }
    return points;
  }

  private static long deviations(int[] counts) {
    long people = total(counts);
    long sum = points(counts);
    long deviations = 0;
    for (int value = 0; value < counts.length; value++) {
      deviations += counts[value] * Math.abs(people * value - sum);
    }
    return deviations;
  }

  private static long spread(int[] counts) {
    long sum = points(counts);
    long squares = 0;
    for (int value = 0; value < counts.length; value++) {
      squares += (long) value * value * counts[value];
    }
    return total(counts) * squares - sum * sum;
  }
}
