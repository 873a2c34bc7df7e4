package dev.rolewise.assessment.scoring.statistics;

import java.util.List;

/**
 * Average deviation of a team's answers, in scale points; 0 is full agreement (Burke, Finkelstein
 * and Dusig 1999, Organizational Research Methods 2).
 */
public final class AverageDeviation {

  private AverageDeviation() {}

  /**
   * AD_M: mean over the items of mean |x - item mean|.
   *
   * @param items answers of the same people to each item, one person or more
   */
  public static double fromMean(List<ValueCounts> items) {
    double sum = 0;
    for (ValueCounts item : items) {
      sum += item.meanDeviationFromMean();
    }
    return sum / items.size();
  }

  /**
   * AD_Md: mean over the items of mean |x - item median|, the two middle answers' mean where their
   * number is even; never larger than AD_M.
   *
   * @param items answers of the same people to each item, one person or more
   */
  public static double fromMedian(List<ValueCounts> items) {
    double sum = 0;
    for (ValueCounts item : items) {
      sum += item.meanDeviationFrom(item.median());
    }
    return sum / items.size();
  }
}
