package dev.rolewise.assessment.scoring;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much agreement chance alone gives: the 95 % point of r*wg(j) and of rwg(j) when every answer
 * of every person is drawn evenly from the options, independently of all others. The point is the
 * smallest attainable value that the figure stays at or below with a probability of at least .95.
 *
 * <p>Read from {@code chance-agreement.csv}, which holds the exact distribution's point for 2 to
 * 30, 35, 40, 50, 75 and 100 people (5 options: every number to 100), 1 to 10 items and 3 to 11
 * options. It is kept as the integer d = n (n - 1) x the sum of the items' sample variances, so
 * that r*wg(j) = 1 - d / (j n (n - 1)) / s2, with s2 = (A^2 - 1) / 12 for A options. Numbers of
 * people in between are interpolated linearly in 1 / sqrt(n).
 *
 * <p>Beyond the table the variance of the sample variance, (mu4 - s2^2 (n - 3) / (n - 1)) / n
 * (Mood, Graybill and Boes, chapter VI) with mu4 = (A^2 - 1)(3 A^2 - 7) / 240, and the normal
 * quantile are used; at 100 people they differ from the exact point by less than .01. Nothing is
 * drawn at random.
 */
public final class ChanceAgreement {

  private static final double NORMAL_95 = 1.6448536269514722;
  private static final int FEWEST_PEOPLE = 2;
  private static final int FEWEST_OPTIONS = 2;

  /** By number of options and of people: d for 1, 2, … items. */
  private static final Map<Integer, NavigableMap<Integer, int[]>> TABLE = table();

  private ChanceAgreement() {}

  /**
   * 95 % point of r*wg(j) = 1 - mean item variance / s2 (Lindell, Brandt and Whitney 1999), at most
   * 1.
   *
   * @param people people who answered all items, 2 or more
   * @param items j, 1 or more
   * @param options answers to choose from, A, 2 or more
   */
  public static double lindell95(int people, int items, int options) {
    if (people < FEWEST_PEOPLE || items < 1 || options < FEWEST_OPTIONS) {
      throw new IllegalArgumentException(
          "no agreement of %d people on %d items with %d options"
              .formatted(people, items, options));
    }
    NavigableMap<Integer, int[]> byPeople = TABLE.get(options);
    if (byPeople == null
        || people > byPeople.lastKey()
        || items > byPeople.firstEntry().getValue().length) {
      return approximate(people, items, options);
    }
    double below = exact(byPeople.floorKey(people), items, options);
    if (byPeople.containsKey(people)) {
      return below;
    }
    double above = exact(byPeople.ceilingKey(people), items, options);
    double low = 1 / Math.sqrt(byPeople.floorKey(people));
    double high = 1 / Math.sqrt(byPeople.ceilingKey(people));
    return below + (1 / Math.sqrt(people) - low) / (high - low) * (above - below);
  }

  /**
   * 95 % point of rwg(j) = j (1 - q) / (j (1 - q) + q), q = mean item variance / s2 or 1 when that
   * is more (James, Demaree and Wolf 1984), 0..1. It grows with r*wg(j), so its point is r*wg(j)'s.
   * Parameters as for {@link #lindell95}.
   */
  public static double james95(int people, int items, int options) {
    double agreement = Math.max(0, lindell95(people, items, options));
    return items * agreement / (items * agreement + (1 - agreement));
  }

  private static double exact(int people, int items, int options) {
    int spread = TABLE.get(options).get(people)[items - 1];
    double pairs = (double) people * (people - 1);
    return 1 - spread / (items * pairs) / uniformVariance(options);
  }

  static double approximate(int people, int items, int options) {
    double n = people;
    double squared = (double) options * options;
    double variance = uniformVariance(options);
    double fourthMoment = (squared - 1) * (3 * squared - 7) / 240;
    double ofVariance = (fourthMoment - variance * variance * (n - 3) / (n - 1)) / n;
    return Math.min(1, NORMAL_95 * Math.sqrt(ofVariance / items) / variance);
  }

  private static double uniformVariance(int options) {
    return ((double) options * options - 1) / 12;
  }

  private static Map<Integer, NavigableMap<Integer, int[]>> table() {
    return CommittedTable.read("chance-agreement.csv").stream()
        .collect(
            Collectors.groupingBy(
                row -> (int) row[0],
                Collectors.toMap(
                    row -> (int) row[1], ChanceAgreement::spreads, (a, b) -> a, TreeMap::new)));
  }

  private static int[] spreads(double[] row) {
    int[] spreads = new int[row.length - 2];
    for (int items = 0; items < spreads.length; items++) {
      spreads[items] = (int) row[items + 2];
    }
    return spreads;
  }
}
