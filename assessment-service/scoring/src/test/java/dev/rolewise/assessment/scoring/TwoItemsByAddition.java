package dev.rolewise.assessment.scoring;

/**
 * The 95 % point of r*wg(j) for two items and five options by adding two distributions directly:
 * what the reports of engine role-gap/1 have carried from the start, and a way that shares nothing
 * with {@link ChanceTable}.
 */
final class TwoItemsByAddition {

  private static final double TAIL = 0.05;
  private static final int REACH = 2;
  private static final int ITEMS = 2;
  private static final double OPTIONS = 2.0 * REACH + 1;

  private TwoItemsByAddition() {}

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
    return 1 - low / (ITEMS * pairs) / 2.0;
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
