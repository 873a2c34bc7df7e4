package dev.rolewise.assessment.scoring.statistics;

import java.util.List;

/**
 * awg (Brown and Hauenstein 2005, Organizational Research Methods 8): the observed variance against
 * the largest one that is possible at the observed mean M, 1 - 2 s2 / (((hi + lo) M - M^2 - hi lo)
 * x n / (n - 1)).
 */
public final class BrownHauensteinAgreement {

  private BrownHauensteinAgreement() {}

  /**
   * awg of one item.
   *
   * @param item answers of two people or more
   * @return -1..1; 1 when everybody is at the same end; undefined when the mean is so near an end,
   *     below (lo (n - 1) + hi) / n or above (hi (n - 1) + lo) / n, that the largest variance
   *     cannot be reached
   */
  public static Figure ofItem(ValueCounts item, ResponseScale responses) {
    double lo = responses.lowest();
    double hi = responses.highest();
    double n = item.n();
    double mean = item.mean();
    if (mean == lo || mean == hi) {
      return Figure.of(1);
    }
    // compared as n M, the sum of the answers: exact for whole ones, at the border too
    double total = item.total();
    if (total < lo * (n - 1) + hi || total > hi * (n - 1) + lo) {
      return Figure.undefined("the mean is too near an end of the scale");
    }
    double most = ((hi + lo) * mean - mean * mean - hi * lo) * n / (n - 1);
    return Figure.of(1 - 2 * item.variance() / most);
  }

  /**
   * Mean over the items for which awg is defined.
   *
   * @param items answers of the same people to each item
   */
  public static Figure of(List<ValueCounts> items, ResponseScale responses) {
    double sum = 0;
    int defined = 0;
    for (ValueCounts item : items) {
      Figure awg = ofItem(item, responses);
      if (awg.isDefined()) {
        sum += awg.value();
        defined++;
      }
    }
    return defined == 0
        ? Figure.undefined("every item's mean is too near an end of the scale")
        : Figure.of(sum / defined);
  }
}
