package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * Kendall's coefficient of concordance, corrected for ties (Kendall and Babington Smith 1939;
 * Siegel and Castellan 1988): m people put k items in order, W = 12 S / (m^2 (k^3 - k) - m sum T),
 * where S is the sum of squared deviations of the items' rank sums and T = sum of t^3 - t over the
 * groups of tied ranks of a person.
 */
public final class KendallW {

  private final long[] doubledRankSums;
  private final double[] sorted;
  private double ties;
  private int people;

  /**
   * @param items k
   */
  public KendallW(int items) {
    doubledRankSums = new long[items];
    sorted = new double[items];
  }

  /**
   * Adds a person who answered every item; equal answers share the mean of their ranks.
   *
   * @param answers one per item
   */
  public void add(double... answers) {
    System.arraycopy(answers, 0, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    for (int from = 0; from < sorted.length; ) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double tied = to - from;
      ties += tied * tied * tied - tied;
      for (int item = 0; item < answers.length; item++) {
        if (answers[item] == sorted[from]) {
          // ranks from + 1 to `to` share their mean, here twice
          doubledRankSums[item] += from + 1 + to;
        }
      }
      from = to;
    }
    people++;
  }

  /**
   * As {@link #add}, for whole answers of a narrow scale.
   *
   * @param options the answer per item as the distance from the lowest
   * @param counts room for a count per option; overwritten
   */
  void addOptions(int[] options, int[] counts) {
    Arrays.fill(counts, 0);
    for (int option : options) {
      counts[option]++;
    }
    int before = 0;
    for (int option = 0; option < counts.length; option++) {
      double tied = counts[option];
      ties += tied * tied * tied - tied;
      int after = before + counts[option];
      counts[option] = before + 1 + after;
      before = after;
    }
    for (int item = 0; item < options.length; item++) {
      doubledRankSums[item] += counts[options[item]];
    }
    people++;
  }

  /**
   * W of the people added.
   *
   * @return 0..1; undefined below two people or two items, and when nobody puts the items in an
   *     order
   */
  public Figure figure() {
    double k = doubledRankSums.length;
    double m = people;
    if (people < 2) {
      return Figure.undefined("needs two people who answered every item");
    }
    if (doubledRankSums.length < 2) {
      return Figure.undefined("needs two items");
    }
    double most = m * m * (k * k * k - k) - m * ties;
    if (most <= 0) {
      return Figure.undefined("everybody gave all items the same answer");
    }
    double middle = m * (k + 1);
    double spread = 0;
    for (long doubled : doubledRankSums) {
      spread += (doubled - middle) * (doubled - middle) / 4;
    }
    return Figure.of(12 * spread / most);
  }
}
