package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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
  private final TreeMap<Double, Integer> pooled = new TreeMap<>();
  private long n;

  private KrippendorffAlpha(List<ValueCounts> all) {
    units = new ArrayList<>();
    for (ValueCounts unit : all) {
      if (unit.n() >= 2) {
        units.add(unit);
        for (int i = 0; i < unit.distinct(); i++) {
          pooled.merge(unit.value(i), unit.count(i), Integer::sum);
          n += unit.count(i);
        }
      }
    }
  }

  /**
   * Alpha of values by unit.
   *
   * @param units how often each value was given to a unit, by any coders
   * @return at most 1, negative when coders differ more than chance; undefined without pairable
   *     values and when all of them are equal
   */
  public static Figure of(List<ValueCounts> units, Metric metric) {
    KrippendorffAlpha alpha = new KrippendorffAlpha(units);
    if (alpha.n == 0) {
      return Figure.undefined("no item was answered by two people");
    }
    if (alpha.pooled.size() == 1) {
      return Figure.undefined("all answers are equal");
    }
    return switch (metric) {
      case INTERVAL -> alpha.onPlaces(value -> value);
      case ORDINAL -> alpha.onPlaces(alpha.midRanks());
      case NOMINAL -> alpha.onPairs((c, k) -> c == k ? 0 : 1);
      case RATIO -> alpha.onPairs(KrippendorffAlpha::ratio);
    };
  }

  private static double ratio(double c, double k) {
    double share = c == k ? 0 : (c - k) / (c + k);
    return share * share;
  }

  /** Where a value lies on a line. */
  @FunctionalInterface
  private interface Place {
    double of(double value);
  }

  /** How far two values are apart. */
  @FunctionalInterface
  private interface Distance {
    double between(double c, double k);
  }

  private Place midRanks() {
    TreeMap<Double, Double> rank = new TreeMap<>();
    double below = 0;
    for (var entry : pooled.entrySet()) {
      rank.put(entry.getKey(), below + entry.getValue() / 2.0);
      below += entry.getValue();
    }
    return rank::get;
  }

  /**
   * Squared differences on a line need no pairs: over ordered pairs they sum to 2 m times the sum
   * of squared deviations from the mean.
   */
  private Figure onPlaces(Place place) {
    double observed = 0;
    for (ValueCounts unit : units) {
      double m = unit.n();
      double sum = 0;
      for (int i = 0; i < unit.distinct(); i++) {
        sum += unit.count(i) * place.of(unit.value(i));
      }
      double squares = 0;
      for (int i = 0; i < unit.distinct(); i++) {
        double deviation = place.of(unit.value(i)) - sum / m;
        squares += unit.distinct() == 1 ? 0 : unit.count(i) * deviation * deviation;
      }
      observed += squares * m / (m - 1);
    }
    double sum = 0;
    for (var entry : pooled.entrySet()) {
      sum += entry.getValue() * place.of(entry.getKey());
    }
    double expected = 0;
    for (var entry : pooled.entrySet()) {
      double deviation = place.of(entry.getKey()) - sum / n;
      expected += entry.getValue() * deviation * deviation;
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
    for (var c : pooled.entrySet()) {
      for (var k : pooled.entrySet()) {
        double pairs = (double) c.getValue() * k.getValue();
        expected += pairs * distance.between(c.getKey(), k.getKey());
      }
    }
    return Figure.of(1 - (n - 1) * observed / expected);
  }
}
