package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Krippendorff's alpha (Krippendorff 2004, Content Analysis, chapter 11): 1 - Do / De, the observed
 * against the expected disagreement of coders about units. Within a team its members are the coders
 * and the items the units. Only pairable values count: those of units with two values or more.
 *
 * <p>Do = 1/n sum over units of the sum over ordered pairs of d(c, k) / (m_u - 1); De = 1/(n (n -
 * 1)) sum over all ordered pairs of d(c, k).
 */
public final class KrippendorffAlpha {

  /** How far two values are apart. */
  public enum Metric {
    /** 1 when they differ. */
    NOMINAL,
    /**
     * (sum of n_g for g = c..k - (n_c + n_k) / 2)^2 over the pairable values: the squared
     * difference of the values' mid-ranks.
     */
    ORDINAL,
    /** (c - k)^2. */
    INTERVAL,
    /** ((c - k) / (c + k))^2; for values of 0 or more. */
    RATIO
  }

  private final List<ValueCounts> units;
  private final double[] values;
  private final int[] counts;
  private final int[][] places;
  private final long n;

  private KrippendorffAlpha(List<ValueCounts> pairable) {
    units = pairable;
    values = distinct(pairable);
    counts = new int[values.length];
    places = new int[units.size()][];
    for (int unit = 0; unit < places.length; unit++) {
      places[unit] = places(units.get(unit));
      for (int i = 0; i < places[unit].length; i++) {
        counts[places[unit][i]] += units.get(unit).count(i);
      }
    }
    long all = 0;
    for (int count : counts) {
      all += count;
    }
    n = all;
  }

  /**
   * Takes values by unit.
   *
   * @param units how often each value was given to a unit, by any coders
   */
  public static KrippendorffAlpha of(List<ValueCounts> units) {
    return new KrippendorffAlpha(units.stream().filter(unit -> unit.n() >= 2).toList());
  }

  private static double[] distinct(List<ValueCounts> units) {
    int most = 0;
    for (ValueCounts unit : units) {
      most += unit.distinct();
    }
    double[] all = new double[most];
    int next = 0;
    for (ValueCounts unit : units) {
      for (int i = 0; i < unit.distinct(); i++) {
        all[next++] = unit.value(i);
      }
    }
    Arrays.sort(all);
    int distinct = 0;
    for (double value : all) {
      if (distinct == 0 || value != all[distinct - 1]) {
        all[distinct++] = value;
      }
    }
    return Arrays.copyOf(all, distinct);
  }

  /** Where a unit's values stand among all values; both ascend. */
  private int[] places(ValueCounts unit) {
    int[] found = new int[unit.distinct()];
    int at = 0;
    for (int i = 0; i < found.length; i++) {
      while (values[at] != unit.value(i)) {
        at++;
      }
      found[i] = at;
    }
    return found;
  }

  /**
   * Alpha with a metric.
   *
   * @return at most 1, negative when coders differ more than chance; undefined without pairable
   *     values and when all of them are equal
   */
  public Figure figure(Metric metric) {
    if (n == 0) {
      return Figure.undefined("no item was answered by two people");
    }
    if (values.length == 1) {
      return Figure.undefined("all answers are equal");
    }
    return switch (metric) {
      case INTERVAL -> onLine(values);
      case ORDINAL -> onLine(midRanks());
      case NOMINAL -> onPairs((c, k) -> c == k ? 0 : 1);
      case RATIO -> onPairs(KrippendorffAlpha::ratio);
    };
  }

  private static double ratio(double c, double k) {
    double share = c == k ? 0 : (c - k) / (c + k);
    return share * share;
  }

  /** How far two values are apart. */
  @FunctionalInterface
  private interface Distance {
    double between(double c, double k);
  }

  /** Where each value lies on the line of ordinal values. */
  private double[] midRanks() {
    double[] ranks = new double[values.length];
    double below = 0;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = below + counts[i] / 2.0;
      below += counts[i];
    }
    return ranks;
  }

  /**
   * Squared differences on a line need no pairs: over ordered pairs they sum to 2 m times the sum
   * of squared deviations from the mean.
   *
   * @param line where each value lies
   */
  private Figure onLine(double[] line) {
    double observed = 0;
    for (int unit = 0; unit < places.length; unit++) {
      ValueCounts given = units.get(unit);
      double m = given.n();
      double sum = 0;
      for (int i = 0; i < given.distinct(); i++) {
        sum += given.count(i) * line[places[unit][i]];
      }
      double squares = 0;
      for (int i = 0; given.distinct() > 1 && i < given.distinct(); i++) {
        double deviation = line[places[unit][i]] - sum / m;
        squares += given.count(i) * deviation * deviation;
      }
      observed += squares * m / (m - 1);
    }
    double sum = 0;
    for (int i = 0; i < line.length; i++) {
      sum += counts[i] * line[i];
    }
    double expected = 0;
    for (int i = 0; i < line.length; i++) {
      double deviation = line[i] - sum / n;
      expected += counts[i] * deviation * deviation;
    }
    return Figure.of(1 - (n - 1) * observed / (n * expected));
  }

  private Figure onPairs(Distance distance) {
    double observed = 0;
    for (ValueCounts unit : units) {
      double apart = 0;
      for (int c = 0; c < unit.distinct(); c++) {
        for (int k = 0; k < unit.distinct(); k++) {
          double pairs = (double) unit.count(c) * unit.count(k);
          apart += pairs * distance.between(unit.value(c), unit.value(k));
        }
      }
      observed += apart / (unit.n() - 1);
    }
    double expected = 0;
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < values.length; k++) {
        expected += (double) counts[c] * counts[k] * distance.between(values[c], values[k]);
      }
    }
    return Figure.of(1 - (n - 1) * observed / expected);
  }
}
