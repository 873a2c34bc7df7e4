package dev.rolewise.bench.jmh;

import dev.rolewise.bench.Effort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Cases that take turns, each in a process of its own, so that whatever else the machine does hits
 * all of them. Milliseconds per operation, one figure per round.
 */
public final class Turns {

  private final Map<String, List<Double>> milliseconds = new LinkedHashMap<>();

  private Turns() {}

  /**
   * @param cases names of benchmark methods, such as {@code ScoringBenchmark.byteSum}
   */
  public static Turns take(Effort effort, String... cases) throws RunnerException {
    Turns turns = new Turns();
    for (int round = 0; round < effort.rounds(); round++) {
      for (String name : cases) {
        turns.milliseconds.computeIfAbsent(name, n -> new ArrayList<>()).add(run(effort, name));
      }
    }
    return turns;
  }

  private static double run(Effort effort, String name) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(name.replace(".", "\\.") + "$")
                    .forks(1)
                    .jvmArgs("-Xmx2g")
                    .warmupIterations((int) effort.warmUp().toSeconds() / 2)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(effort.iterations())
                    .measurementTime(TimeValue.seconds(1))
                    .timeUnit(TimeUnit.MILLISECONDS)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build())
            .run();
    return results.iterator().next().getPrimaryResult().getScore();
  }

  public double[] of(String name) {
    return milliseconds.get(name).stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Round by round, one case over the other. */
  public double[] ratios(String over, String under) {
    double[] ratios = new double[milliseconds.get(over).size()];
    Arrays.setAll(
        ratios, round -> milliseconds.get(over).get(round) / milliseconds.get(under).get(round));
    Arrays.sort(ratios);
    return ratios;
  }
}
