package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * How often each answer to one item was given in one group of respondents. While all answers are
 * whole numbers every sum below is an exact integer, rounded once at the end; decimals are summed
 * in two passes. A group whose answers are all equal has a variance and deviations of exactly 0.
 */
public final class ValueCounts {

  private static final ValueCounts NONE = new ValueCounts(new double[0], new int[0], true);

  private final double[] values;
  private final int[] counts;
  private final boolean whole;
  private final int n;

  private ValueCounts(double[] values, int[] counts, boolean whole) {
    this.values = values;
    this.counts = counts;
    this.whole = whole;
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    this.n = all;
  }

  /**
   * Counts answers.
   *
   * @param answers in any order; NaN for a missing one, which does not count
   */
  public static ValueCounts of(double... answers) {
    double[] sorted = Arrays.stream(answers).filter(a -> !Double.isNaN(a)).sorted().toArray();
    if (sorted.length == 0) {
      return NONE;
    }
    double[] values = new double[sorted.length];
    int[] counts = new int[sorted.length];
    int distinct = 0;
    boolean whole = true;
    for (double answer : sorted) {
      if (distinct == 0 || answer != values[distinct - 1]) {
        values[distinct++] = answer;
        whole &= answer == Math.rint(answer) && Math.abs(answer - sorted[0]) <= 1 << 16;
      }
      counts[distinct - 1]++;
    }
    return new ValueCounts(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct), whole);
  }

  /**
   * Takes over counts by option.
   *
   * @param options how often the answer lowest + index was given
   */
  static ValueCounts ofOptions(int[] options, double lowest) {
    int distinct = 0;
    for (int count : options) {
      distinct += count > 0 ? 1 : 0;
    }
    double[] values = new double[distinct];
    int[] counts = new int[distinct];
    int next = 0;
    for (int option = 0; option < options.length; option++) {
      if (options[option] > 0) {
        values[next] = lowest + option;
        counts[next++] = options[option];
      }
    }
    return new ValueCounts(values, counts, true);
  }

  /** Answers counted. */
  public int n() {
    return n;
  }

  /** Different answers. */
  int distinct() {
    return values.length;
  }

  /** The different answers, ascending by index. */
  double value(int index) {
    return values[index];
  }

  int count(int index) {
    return counts[index];
  }

  /** Mean; needs one answer. */
  public double mean() {
    if (values.length == 1) {
      return values[0];
    }
    return whole ? total() / n : values[0] + aboveLowest() / n;
  }

  /** Sum of the answers. */
  double total() {
    return n == 0 ? 0 : n * values[0] + aboveLowest();
  }

  private double aboveLowest() {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += counts[i] * (values[i] - values[0]);
    }
    return sum;
  }

  /** Sample variance, divisor n - 1; needs two answers. */
  public double variance() {
    return sumOfSquares() / (n - 1.0);
  }

  /** Sum of squared deviations from the mean; needs one answer. */
  double sumOfSquares() {
    if (values.length == 1) {
      return 0;
    }
    if (whole) {
      long sum = 0;
      long squares = 0;
      for (int i = 0; i < values.length; i++) {
        long distance = (long) (values[i] - values[0]);
        sum += counts[i] * distance;
        squares += counts[i] * distance * distance;
      }
      return Exact.spread(n, sum, squares) / n;
    }
    double mean = mean();
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += counts[i] * (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }

  /** The middle answer, or the mean of the two in the middle; needs one answer. */
  public double median() {
    return (ranked((n - 1) / 2) + ranked(n / 2)) / 2;
  }

  /** The answer at a place, from 0, when all are put in order. */
  private double ranked(int place) {
    int index = 0;
    int before = counts[0];
    while (before <= place) {
      before += counts[++index];
    }
    return values[index];
  }

  /** Mean of |x - mean|; needs one answer. */
  double meanDeviationFromMean() {
    if (values.length == 1) {
      return 0;
    }
    if (!whole) {
      return meanDeviationFrom(mean());
    }
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += counts[i] * (long) (values[i] - values[0]);
    }
    long deviations = 0;
    for (int i = 0; i < values.length; i++) {
      deviations += counts[i] * Math.abs(n * (long) (values[i] - values[0]) - sum);
    }
    return deviations / ((double) n * n);
  }

  /** Mean of |x - centre|; needs one answer. */
  double meanDeviationFrom(double centre) {
    double deviations = 0;
    for (int i = 0; i < values.length; i++) {
      deviations += counts[i] * Math.abs(values[i] - centre);
    }
    return deviations / n;
  }
}
