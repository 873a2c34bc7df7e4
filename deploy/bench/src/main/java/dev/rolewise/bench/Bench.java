package dev.rolewise.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the performance goals beside their yardsticks and prints one table. */
@Command(
    name = "deploy/bench/run",
    mixinStandardHelpOptions = true,
    description = "Measures the performance goals, each beside its yardstick. Exit code 1: missed.")
public final class Bench implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--full", description = "Measures longer and more often.")
  private boolean full;

  @Option(names = "--quick", description = "Measures briefly (default).")
  private boolean quick;

  @Option(names = "--only", split = ",", paramLabel = "GOAL", description = "Such as P9.")
  private List<String> only = List.of("P9");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException {
    Effort effort = full && !quick ? Effort.FULL : Effort.QUICK;
    List<Row> rows = new ArrayList<>();
    for (String goal : only) {
      if (!goal.equalsIgnoreCase("P9")) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "There is no benchmark of " + goal + "; there is one of P9.");
      }
      rows.addAll(ScoringGoal.measure(effort));
    }
    print(rows, spec.commandLine().getOut());
    return rows.stream().anyMatch(row -> row.value() > row.floor()) ? 1 : 0;
  }

  private static void print(List<Row> rows, PrintWriter out) {
    String line = "%-5s%-50s%-28s%-22s%-10s%-10s%s%n";
    out.printf(line, "goal", "what", "yardstick", "measured", "floor", "aim", "verdict");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          line,
          row.goal(),
          row.what(),
          row.yardstick(),
          row.measured(),
          row.floor(),
          row.aim(),
          row.verdict());
    }
    out.flush();
  }
}
