package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The 95 % point of chance against writing down every possible team. */
class ChanceAgreementTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7})
  void exactIsWhatEveryPossibleTeamGives(int people) {
    Map<Integer, Long> one = new TreeMap<>();
    int teams = (int) Math.pow(5, people);
    for (int team = 0; team < teams; team++) {
      one.merge(spread(team, people), 1L, Long::sum);
    }
    Map<Integer, BigInteger> two = new TreeMap<>();
    one.forEach(
        (first, a) ->
            one.forEach(
                (second, b) ->
                    two.merge(
                        first + second,
                        BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)),
                        BigInteger::add)));
    assertEquals(upper95(two, people, teams), ChanceAgreement.lindell95(people, 2, 5), 1e-12);
  }

  /** n (n - 1) x variance of the answers that the digits of a number to base five stand for. */
  private static int spread(int team, int people) {
    int sum = 0;
    int squares = 0;
    for (int rest = team, person = 0; person < people; person++, rest /= 5) {
      sum += rest % 5;
      squares += (rest % 5) * (rest % 5);
    }
    return people * squares - sum * sum;
  }

  /**
   * From the widest spread (lowest agreement) on: the first value with at least 95 % at or below.
   */
  private static double upper95(Map<Integer, BigInteger> two, int people, int teams) {
    BigInteger all = BigInteger.valueOf(teams).pow(2);
    BigInteger atOrBelow = BigInteger.ZERO;
    for (int d = 8 * people * people; d >= 0; d--) {
      atOrBelow = atOrBelow.add(two.getOrDefault(d, BigInteger.ZERO));
      if (atOrBelow.multiply(BigInteger.valueOf(20)).compareTo(all.multiply(BigInteger.valueOf(19)))
          >= 0) {
        double meanVariance = d / (2.0 * people * (people - 1));
        return 1 - meanVariance / 2;
      }
    }
    throw new AssertionError("no such value");
  }

  /** What reports have shown from the start stays what it was. */
  @Test
  void twoItemsWithFiveOptionsAreUnchanged() {
    for (int people = 2; people <= 100; people += people < 40 ? 1 : 15) {
      assertEquals(
          TwoItemsByAddition.exact(people), ChanceAgreement.lindell95(people, 2, 5), 1e-12);
    }
  }

  /** Every team of two or three that could answer, written down; both figures by their formula. */
  @ParameterizedTest
  @CsvSource({"2,1,3", "2,2,4", "2,3,5", "2,2,7", "2,2,11", "3,1,9", "3,2,6", "3,3,3", "3,2,5"})
  void pointsAreThoseOfEveryPossibleTeam(int people, int items, int options) {
    int cells = people * items;
    int teams = (int) Math.round(Math.pow(options, cells));
    double[] lindell = new double[teams];
    double[] james = new double[teams];
    int[] answers = new int[cells];
    for (int team = 0; team < teams; team++) {
      for (int cell = 0, rest = team; cell < cells; cell++, rest /= options) {
        answers[cell] = rest % options;
      }
      double q = meanVariance(answers, people) / ((options * options - 1) / 12.0);
      lindell[team] = 1 - q;
      double capped = Math.min(q, 1);
      james[team] = items * (1 - capped) / (items * (1 - capped) + capped);
    }
    assertEquals(upper95(lindell), ChanceAgreement.lindell95(people, items, options), 1e-12);
    assertEquals(upper95(james), ChanceAgreement.james95(people, items, options), 1e-12);
  }

  private static double meanVariance(int[] answers, int people) {
    double sum = 0;
    for (int from = 0; from < answers.length; from += people) {
      double mean = Arrays.stream(answers, from, from + people).average().orElseThrow();
      sum +=
          Arrays.stream(answers, from, from + people)
                  .mapToDouble(x -> (x - mean) * (x - mean))
                  .sum()
              / (people - 1);
    }
    return sum / (answers.length / people);
  }

  private static double upper95(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }

  @Test
  void theApproximationTakesOverSmoothly() {
    for (int options : new int[] {3, 5, 7, 11}) {
      double exact = ChanceAgreement.lindell95(100, 2, options);
      assertEquals(exact, ChanceAgreement.approximate(100, 2, options), 0.01);
      assertTrue(ChanceAgreement.lindell95(101, 2, options) < exact + 0.01);
    }
    assertTrue(ChanceAgreement.lindell95(10_000, 2, 5) < ChanceAgreement.lindell95(500, 2, 5));
    assertTrue(ChanceAgreement.lindell95(10_000, 2, 5) > 0);
  }

  /** Between two lines of the table: what five options, where every line is there, would give. */
  @Test
  void numbersOfPeopleInBetweenAreInterpolated() {
    for (int people : new int[] {31, 37, 60, 90}) {
      for (int items : new int[] {1, 2, 10}) {
        double six = ChanceAgreement.lindell95(people, items, 6);
        assertEquals(ChanceAgreement.approximate(people, items, 6), six, 0.02);
        assertTrue(six > ChanceAgreement.lindell95(100, items, 6));
        assertTrue(six < ChanceAgreement.lindell95(30, items, 6));
      }
    }
  }

  @Test
  void moreItemsThanTheTableHasComeCloseToItsLast() {
    assertEquals(ChanceAgreement.lindell95(20, 10, 5), ChanceAgreement.lindell95(20, 11, 5), 0.02);
  }

  @ParameterizedTest
  @CsvSource({"1,2,5", "4,0,5", "4,2,1"})
  void whatHasNoAgreementIsRefused(int people, int items, int options) {
    assertThrows(
        IllegalArgumentException.class, () -> ChanceAgreement.lindell95(people, items, options));
  }
}
