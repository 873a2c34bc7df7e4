package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.bundle.RoleSpread;

/**
 * How the mean struggle of the people spreads in the usable areas of a side. People's means are
 * kept as integers (times the least common multiple of all possible divisors), so that the outcome
 * does not depend on the order of the sheets.
 */
final class PersonMeans {

  private PersonMeans() {}

  /**
   * @param usable by area
   */
  static RoleSpread spread(
      Questionnaire questionnaire, TeamAnswers answers, int side, boolean[] usable) {
    int[] areas = questionnaire.areasOfSide(side);
    long multiple = leastCommonMultiple(areas.length);
    int people = 0;
    long sum = 0;
    long squares = 0;
    for (int person = 0; person < answers.people(); person++) {
      long total = 0;
      int answered = 0;
      for (int area : areas) {
        int halves = answers.halves(person, area);
        if (usable[area] && halves >= 0) {
          total += halves;
          answered++;
        }
      }
      if (answered > 0) {
        long mean = multiple / answered * total;
        people++;
        sum += mean;
        squares = Math.addExact(squares, Math.multiplyExact(mean, mean));
      }
    }
    return new RoleSpread(people, sum, squares);
  }

  /** What people's means are multiplied with: all of 1 to {@code upTo} divide it. */
  static long leastCommonMultiple(int upTo) {
    long multiple = 1;
    for (int divisor = 2; divisor <= upTo; divisor++) {
      long a = multiple;
      long b = divisor;
      while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
      }
      multiple = Math.multiplyExact(multiple, divisor / a);
    }
    return multiple;
  }
}
