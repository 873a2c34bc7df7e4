package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * 95 % interval of a role's struggle when part of the team answered: Student's t with the finite
 * population correction (Cochran, Sampling Techniques, section 2.6), mean +- t(.975; m-1) sd /
 * sqrt(m) x sqrt(1 - n/size), cut to 0..100. When everybody answered there is no sampling error
 * about this team, hence no interval.
 */
final class RoleInterval {

  private static final int FEWEST_SHEETS = 5;
  private static final double UPPER = 0.975;

  private final Questionnaire questionnaire;
  private final TeamAnswers answers;

  RoleInterval(Questionnaire questionnaire, TeamAnswers answers) {
    this.questionnaire = questionnaire;
    this.answers = answers;
  }

  /**
   * Null when everybody answered, when fewer than five did, or when fewer than two people have a
   * value.
   */
  Interval of(int side, AreaSums[] sums, int usability, int size) {
    int n = answers.people();
    if (n >= size || n < FEWEST_SHEETS) {
      return null;
    }
    // persons' means are kept as integers (times the least common multiple of all possible
    // divisors), so that the
    // outcome does not depend on the order of the sheets
    long multiple = leastCommonMultiple(questionnaire.areasOfSide(side).length);
    int people = 0;
    long sum = 0;
    long sumOfSquares = 0;
    for (int person = 0; person < n; person++) {
      long total = 0;
      int answered = 0;
      for (int area : questionnaire.areasOfSide(side)) {
        int halves = answers.halves(person, area);
        if (sums[area].usable(usability) && halves >= 0) {
          total += halves;
          answered++;
        }
      }
      if (answered > 0) {
        long mean = multiple / answered * total;
        people++;
        sum += mean;
        sumOfSquares = Math.addExact(sumOfSquares, Math.multiplyExact(mean, mean));
      }
    }
    return people < 2 ? null : interval(people, sum, sumOfSquares, multiple, n, size);
  }

  private static Interval interval(
      int people, long sum, long sumOfSquares, long multiple, int n, int size) {
    double unit = 25.0 / (AreaSums.HALVES_PER_POINT * multiple);
    double mean = unit * sum / people;
    long spread =
        Math.subtractExact(Math.multiplyExact(people, sumOfSquares), Math.multiplyExact(sum, sum));
    double deviation = unit * Math.sqrt((double) spread / ((double) people * (people - 1)));
    double t = TDistribution.of(people - 1.0).inverseCumulativeProbability(UPPER);
    double margin = t * deviation / Math.sqrt(people) * Math.sqrt(1 - (double) n / size);
    return new Interval(Math.max(0, mean - margin), Math.min(100, mean + margin));
  }

  private static long leastCommonMultiple(int upTo) {
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
