package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertEquals(upper95(two, people, teams), ChanceAgreement.exact(people), 1e-12);
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

  @Test
  void theApproximationTakesOverSmoothly() {
    int limit = ChanceAgreement.EXACT_LIMIT;
    double exact = ChanceAgreement.exact(limit);
    assertEquals(exact, ChanceAgreement.approximate(limit), 0.01);
    ChanceAgreement chance = ChanceAgreement.shared();
    assertEquals(exact, chance.upper95(limit));
    assertTrue(chance.upper95(limit + 1) < exact + 0.01);
    assertTrue(chance.upper95(10_000) < chance.upper95(500));
    assertTrue(chance.upper95(10_000) > 0);
  }
}
