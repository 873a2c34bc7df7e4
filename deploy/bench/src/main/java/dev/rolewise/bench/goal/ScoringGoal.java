package dev.rolewise.bench.goal;

import dev.rolewise.bench.Goal;
import dev.rolewise.bench.Lab;
import dev.rolewise.bench.Row;
import dev.rolewise.bench.Samples;
import dev.rolewise.bench.jmh.Turns;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** P9: scoring a million sheets, and all statistics of a million respondents. */
public final class ScoringGoal implements Goal {

  private static final String SUM = "ScoringBenchmark.byteSum";
  private static final String REPORT = "ScoringBenchmark.report";
  private static final String STATISTICS = "StatisticsBenchmark.allStatistics";

  @Override
  public List<String> names() {
    return List.of("P9");
  }

  @Override
  public List<Row> measure(Lab lab) throws RunnerException {
    lab.say("scoring a million sheets");
    Turns turns = Turns.take(lab.effort(), SUM, REPORT, STATISTICS);
    return List.of(
        Row.atMost(
            "P9",
            "scoring 1,000,000 sheets of 24 items",
            "plain byte sum, " + Row.number(Samples.median(turns.of(SUM))) + " ms",
            "x",
            turns.ratios(REPORT, SUM),
            8,
            4),
        Row.atMost(
            "P9",
            "all statistics, 1,000,000 x 24 in 100,000 teams",
            "none",
            " s",
            Arrays.stream(turns.of(STATISTICS)).map(it -> it / 1000).toArray(),
            4,
            2));
  }
}
