package dev.rolewise.assessment.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the table that {@link ChanceAgreement} reads, from exact distributions.
 *
 * <p>For one item the pair (sum S, sum of squares Q) of n evenly drawn answers is followed answer
 * by answer; D = nQ - S^2 = n (n - 1) x sample variance. The distribution of the sum over j items
 * is the j-fold convolution. The point is the smallest d with P(sum at most d) above .05.
 */
final class ChanceTable {

  static final int MOST_ITEMS = 10;
  static final int FEWEST_OPTIONS = 3;
  static final int MOST_OPTIONS = 11;

  /** The option count of the role-gap scan: no number of people may fall between two lines. */
  static final int COMPLETE_OPTIONS = 5;

  static final int MOST_PEOPLE = 100;

  private static final List<Integer> COARSE = List.of(35, 40, 50, 75, 100);
  private static final int FINE = 30;
  private static final double TAIL = 0.05;
  private static final double TOO_CLOSE = 1e-10;

  private ChanceTable() {}

  /** The whole file, with its heading. */
  static List<String> file() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# 95 % point of chance agreement: n (n - 1) x the sum of the items' sample variances,");
    lines.add(
        "# by number of options, people and items; exact, see ChanceTable (tests of this module);");
    lines.add(
        "# again with: mvn -pl assessment-service/scoring test -Dtest=ChanceTableTest -Dtables=write");
    lines.add(
        "options,people,"
            + IntStream.rangeClosed(1, MOST_ITEMS)
                .mapToObj(items -> "items" + items)
                .collect(Collectors.joining(",")));
    for (int options = FEWEST_OPTIONS; options <= MOST_OPTIONS; options++) {
      lines.addAll(lines(options, MOST_PEOPLE));
    }
    return lines;
  }

  /** The lines for one number of options, up to a number of people. */
  static List<String> lines(int options, int mostPeople) {
    List<String> lines = new ArrayList<>();
    Answers answers = new Answers(options, mostPeople);
    for (int people = 2; people <= mostPeople; people++) {
      answers.addOne();
      if (people <= FINE || COARSE.contains(people) || options == COMPLETE_OPTIONS) {
        lines.add(
            options
                + ","
                + people
                + ","
                + Arrays.stream(points(answers.spread()))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",")));
      }
    }
    return lines;
  }

  /** d for 1 to {@value #MOST_ITEMS} items. */
  private static int[] points(double[] ofOneItem) {
    int[] points = new int[MOST_ITEMS];
    Convolution convolution = new Convolution(ofOneItem, MOST_ITEMS);
    for (int items = 1; items <= MOST_ITEMS; items++) {
      points[items - 1] = point(convolution.next());
    }
    return points;
  }

  private static int point(double[] probability) {
    double atMost = 0;
    for (int d = 0; d < probability.length; d++) {
      atMost += probability[d];
      if (Math.abs(atMost - TAIL) < TOO_CLOSE) {
        throw new ArithmeticException("rounding could decide the point at d = " + d);
      }
      if (atMost > TAIL) {
        return d;
      }
    }
    throw new ArithmeticException("the probabilities do not add up");
  }

  /** The joint distribution of S and Q, one more answer at a time. */
  private static final class Answers {

    private final int options;
    private final int lowest;
    private final int offset;
    private double[][] states;
    private int people;

    /** Options are numbered around zero: D does not change, and the sums stay small. */
    Answers(int options, int mostPeople) {
      this.options = options;
      this.lowest = -(options - 1) / 2;
      int highest = options - 1 + lowest;
      this.offset = -lowest * mostPeople;
      this.states = new double[(options - 1) * mostPeople + 1][highest * highest * mostPeople + 1];
      states[offset][0] = 1;
      addOne();
    }

    void addOne() {
      double[][] next = new double[states.length][states[0].length];
      int highest = options - 1 + lowest;
      for (int sum = lowest * people; sum <= highest * people; sum++) {
        for (int squares = 0; squares <= highest * highest * people; squares++) {
          double share = states[offset + sum][squares] / options;
          if (share > 0) {
            for (int answer = lowest; answer <= highest; answer++) {
              next[offset + sum + answer][squares + answer * answer] += share;
            }
          }
        }
      }
      states = next;
      people++;
    }

    /** Probability of each value of D, no longer than it needs to be. */
    double[] spread() {
      double[] probability = new double[people * states[0].length];
      int most = 0;
      for (int index = 0; index < states.length; index++) {
        int sum = index - offset;
        for (int squares = 0; squares < states[index].length; squares++) {
          if (states[index][squares] > 0) {
            int d = people * squares - sum * sum;
            probability[d] += states[index][squares];
            most = Math.max(most, d);
          }
        }
      }
      return Arrays.copyOf(probability, most + 1);
    }
  }
}
