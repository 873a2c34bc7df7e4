package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.bundle.RoleSpread;
import java.util.Arrays;
import org.apache.commons.numbers.core.ArithmeticUtils;

/**
 * How the mean struggle of the people spreads in the usable areas of a side. People's means are
 * kept as integers (times the least common multiple of all possible divisors), so that the outcome
 * does not depend on the order of the sheets. People are counted by their total and by how many
 * areas they answered, eight at a time; both sums follow from the counts.
 */
final class PersonMeans {

  private static final int MOST_AREAS = 31;
  private static final int BYTE = 0xFF;

  private final TeamAnswers answers;
  private final int[] areas;

  /** People by {@code answered areas << 8 | total}. */
  private final int[] people;

  private PersonMeans(TeamAnswers answers, int[] areas) {
    this.answers = answers;
    this.areas = areas;
    this.people = new int[areas.length + 1 << Byte.SIZE];
  }

  /**
   * @param usable by area
   * @throws IllegalArgumentException when a side has more areas than anybody would answer, 32
   */
  static RoleSpread spread(
      Questionnaire questionnaire, TeamAnswers answers, int side, boolean[] usable) {
    int[] all = questionnaire.areasOfSide(side);
    int[] areas = Arrays.stream(all).filter(area -> usable[area]).toArray();
    if (areas.length > MOST_AREAS) {
      throw new IllegalArgumentException("more than " + MOST_AREAS + " areas on one side");
    }
    PersonMeans means = new PersonMeans(answers, areas);
    int eights = answers.people() & -Long.BYTES;
    for (int person = 0; person < eights; person += Long.BYTES) {
      means.countEight(person);
    }
    for (int person = eights; person < answers.people(); person++) {
      means.count(person);
    }
    return means.spread(leastCommonMultiple(all.length));
  }

  private void countEight(int first) {
    long totals = 0;
    long answered = 0;
    for (int area : areas) {
      long a = answers.codes(first, area, Wording.A);
      long b = answers.codes(first, area, Wording.B);
      totals += EightPeople.halves(a, b);
      answered += EightPeople.anyKnown(a, b);
    }
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      people[(int) (answered >>> shift & BYTE) << Byte.SIZE | (int) (totals >>> shift & BYTE)]++;
    }
  }

  private void count(int person) {
    int total = 0;
    int answered = 0;
    for (int area : areas) {
      int halves = answers.halves(person, area);
      if (halves >= 0) {
        total += halves;
        answered++;
      }
    }
    people[answered << Byte.SIZE | total]++;
  }

  private RoleSpread spread(long multiple) {
    int counted = 0;
    long sum = 0;
    long squares = 0;
    for (int answered = 1; answered <= areas.length; answered++) {
      for (int total = 0; total <= BYTE; total++) {
        int these = people[answered << Byte.SIZE | total];
        if (these > 0) {
          long mean = multiple / answered * total;
          counted += these;
          sum += these * mean;
          squares =
              Math.addExact(
                  squares, Math.multiplyExact((long) these, Math.multiplyExact(mean, mean)));
        }
      }
    }
    return new RoleSpread(counted, sum, squares);
  }

  /** What people's means are multiplied with: all of 1 to {@code upTo} divide it. */
  static long leastCommonMultiple(int upTo) {
    long multiple = 1;
    for (int divisor = 2; divisor <= upTo; divisor++) {
      multiple = ArithmeticUtils.lcm(multiple, divisor);
    }
    return multiple;
  }
}
