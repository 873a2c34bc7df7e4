package dev.rolewise.bench.jmh;

import dev.rolewise.assessment.scoring.statistics.AnswerTable;
import dev.rolewise.assessment.scoring.statistics.ResponseScale;
import dev.rolewise.assessment.scoring.statistics.Scale;
import dev.rolewise.assessment.scoring.statistics.ScaleStatistics;
import dev.rolewise.assessment.scoring.statistics.ScaleSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * All statistics of a million respondents in a hundred thousand unsorted teams, reading the file
 * aside.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StatisticsBenchmark {

  private static final int RESPONDENTS = 1_000_000;
  private static final int TEAMS = 100_000;
  private static final int ITEMS = 24;
  private static final double MISSING = 0.02;

  private AnswerTable table;
  private Scale scale;

  @Setup
  public void answers() {
    SplittableRandom random = new SplittableRandom(24);
    List<Scale.Item> items = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int item = 0; item < ITEMS; item++) {
      ids.add("I" + item);
      items.add(new Scale.Item(ids.get(item), item % 2 == 1));
    }
    scale = new Scale("scan", items, Scale.halfOf(ITEMS));
    AnswerTable.Builder rows = AnswerTable.builder(ResponseScale.whole(0, 4), ids);
    double[] answers = new double[ITEMS];
    for (int respondent = 0; respondent < RESPONDENTS; respondent++) {
      int mood = random.nextInt(3);
      for (int item = 0; item < ITEMS; item++) {
        boolean missing = random.nextDouble() < MISSING;
        answers[item] = missing ? Double.NaN : mood + random.nextInt(3);
      }
      rows.row("team " + random.nextInt(TEAMS), answers);
    }
    table = rows.build();
  }

  /** Scores, items, reliability and aggregation. */
  @Benchmark
  public ScaleSummary summary() {
    return ScaleStatistics.of(table, scale).summary();
  }

  /** As {@link #summary}, and agreement in each team. */
  @Benchmark
  public ScaleSummary allStatistics(Blackhole teams) {
    ScaleStatistics statistics = ScaleStatistics.of(table, scale);
    ScaleSummary summary = statistics.summary();
    statistics.forEachTeam(teams::consume);
    return summary;
  }
}
