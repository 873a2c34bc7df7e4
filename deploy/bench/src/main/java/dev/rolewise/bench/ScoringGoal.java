package dev.rolewise.bench;

import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/** P9: scoring a million sheets, and all statistics of a million respondents. */
final class ScoringGoal {

  private static final String SUM = "ScoringBenchmark.byteSum";
  private static final String REPORT = "ScoringBenchmark.report";
  private static final String STATISTICS = "StatisticsBenchmark.allStatistics";

  private ScoringGoal() {}

  static List<Row> measure(Effort effort) throws RunnerException {
    Turns turns = Turns.take(effort, SUM, REPORT, STATISTICS);
    double[] ratios = turns.ratios(REPORT, SUM);
    double[] seconds = turns.of(STATISTICS);
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] /= 1000;
    }
    return List.of(
        new Row(
            "P9",
            "scoring 1,000,000 sheets of 24 items",
            "plain byte sum, %.1f ms".formatted(Turns.median(turns.of(SUM))),
            figure("%.2fx (%.2f-%.2f)", ratios),
            Turns.median(ratios),
            8,
            4),
        new Row(
            "P9",
            "all statistics, 1,000,000 x 24 in 100,000 teams",
            "none",
            figure("%.2f s (%.2f-%.2f)", seconds),
            Turns.median(seconds),
            4,
            2));
  }

  private static String figure(String format, double[] sorted) {
    return String.format(
        Locale.ROOT, format, Turns.median(sorted), sorted[0], sorted[sorted.length - 1]);
  }
}
