package dev.rolewise.assessment.scoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much agreement chance alone gives: the 95 % point of r*wg(j) over two items when every answer
 * of every person is drawn evenly from the five options.
 *
 * <p>Up to {@value #EXACT_LIMIT} people the distribution is computed exactly: for n answers shifted
 * to -2..2 the pair (sum S, sum of squares Q) is followed answer by answer, D = nQ - S^2 = n (n -
 * 1) x sample variance, and two independent items are added. The 95 % point is the smallest
 * attainable value that r*wg(j) stays at or below with a probability of at least .95. Above, the
 * variance of the sample variance, (mu4 - sigma^4 (n - 3) / (n - 1)) / n (Mood, Graybill and Boes,
 * chapter VI), and the normal quantile are used; there they differ by less than .01. Nothing is
 * drawn at random, and every number of people is computed once.
 */
final class ChanceAgreement {

  static final int EXACT_LIMIT = 100;

  private static final ChanceAgreement SHARED = new ChanceAgreement();
  private static final double TAIL = 0.05;
  private static final int REACH = 2;
  private static final int ITEMS = 2;
  private static final double OPTIONS = 2.0 * REACH + 1;
  private static final double FOURTH_MOMENT = 34 / OPTIONS;
  private static final double NORMAL_95 = 1.6448536269514722;

  private final Map<Integer, Double> known = new ConcurrentHashMap<>();

  private ChanceAgreement() {}

  static ChanceAgreement shared() {
    return SHARED;
  }

  /**
   * @param people people who answered both items, 2 or more
   */
  double upper95(int people) {
    return known.computeIfAbsent(people, n -> n <= EXACT_LIMIT ? exact(n) : approximate(n));
  }

  static double exact(int people) {
    double[] probability = spreadProbabilities(people);
    double[] cumulative = probability.clone();
    for (int d = 1; d < cumulative.length; d++) {
      cumulative[d] += cumulative[d - 1];
    }
    int low = 0;
    int high = ITEMS * (probability.length - 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sumAtMost(middle, probability, cumulative) > TAIL) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    double pairs = (double) people * (people - 1);
    return 1 - low / (ITEMS * pairs) / AreaAgreement.UNIFORM_VARIANCE;
  }

  static double approximate(int people) {
    double n = people;
    double variance = AreaAgreement.UNIFORM_VARIANCE;
    double ofVariance = (FOURTH_MOMENT - variance * variance * (n - 3) / (n - 1)) / n;
    return NORMAL_95 * Math.sqrt(ofVariance / ITEMS) / variance;
  }

  /** P(D1 + D2 is at most d) for two independent items. */
  private static double sumAtMost(int d, double[] probability, double[] cumulative) {
    double sum = 0;
    for (int first = 0; first < probability.length && first <= d; first++) {
      sum += probability[first] * cumulative[Math.min(d - first, cumulative.length - 1)];
    }
    return sum;
  }

  /** Probability of each value of D = nQ - S^2 for n people and one item. */
  private static double[] spreadProbabilities(int people) {
    int offset = REACH * people;
    int mostSquares = REACH * REACH * people;
    double[][] states = new double[2 * offset + 1][mostSquares + 1];
    states[offset][0] = 1;
    for (int answered = 0; answered < people; answered++) {
      states = afterOneMore(states, offset, answered);
    }
    double[] probability = new double[people * mostSquares + 1];
    for (int index = 0; index < states.length; index++) {
      int sum = index - offset;
      for (int squares = 0; squares <= mostSquares; squares++) {
        if (states[index][squares] > 0) {
          probability[people * squares - sum * sum] += states[index][squares];
        }
      }
    }
    return probability;
  }

  private static double[][] afterOneMore(double[][] states, int offset, int answered) {
    double[][] next = new double[states.length][states[0].length];
    for (int sum = -REACH * answered; sum <= REACH * answered; sum++) {
      for (int squares = 0; squares <= REACH * REACH * answered; squares++) {
        double share = states[offset + sum][squares] / OPTIONS;
        if (share > 0) {
          for (int answer = -REACH; answer <= REACH; answer++) {
            next[offset + sum + answer][squares + answer * answer] += share;
          }
        }
      }
    }
    return next;
  }
}
