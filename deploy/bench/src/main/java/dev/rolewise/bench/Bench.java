package dev.rolewise.bench;

import dev.rolewise.bench.goal.OverloadGoal;
import dev.rolewise.bench.goal.ParsingGoal;
import dev.rolewise.bench.goal.ReadsGoal;
import dev.rolewise.bench.goal.ReportGoal;
import dev.rolewise.bench.goal.ScoringGoal;
import dev.rolewise.bench.goal.SheetsGoal;
import dev.rolewise.bench.goal.StartGoal;
import dev.rolewise.bench.goal.StreamsGoal;
import dev.rolewise.bench.report.HtmlPage;
import dev.rolewise.bench.report.Machine;
import dev.rolewise.bench.report.Measured;
import dev.rolewise.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the performance goals beside their yardsticks and prints one table. */
@Command(
    name = "deploy/bench/run",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the performance goals, each beside its yardstick in the same run.",
      "Exit code 1: a goal is missed."
    })
public final class Bench implements Callable<Integer> {

  private static final List<Goal> GOALS =
      List.of(
          new ReadsGoal(),
          new SheetsGoal(),
          new ReportGoal(),
          new OverloadGoal(),
          new ParsingGoal(),
          new StreamsGoal(),
          new StartGoal(),
          new ScoringGoal());

  @Spec private CommandSpec spec;

  @Parameters(hidden = true, paramLabel = "REPOSITORY")
  private Path root;

  @Option(names = "--full", description = "Measures longer and more often.")
  private boolean full;

  @Option(names = "--quick", description = "Measures briefly (default).")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "GOAL",
      description = "Such as P9; with P5 come all that begin with it.")
  private List<String> only = List.of();

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Where latest.json and latest.html go (default: deploy/bench/target).")
  private Path output;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(Path.of("/proc/self"))) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Processor time is read from /proc: this takes Linux.");
    }
    Effort effort = full && !quick ? Effort.FULL : Effort.QUICK;
    PrintWriter out = spec.commandLine().getOut();
    List<Goal> wanted = wanted();
    List<Row> rows = new ArrayList<>();
    Machine machine = Machine.look();
    long began = System.nanoTime();
    try (Lab lab = new Lab(root, effort, spec.commandLine().getErr())) {
      for (Goal goal : wanted) {
        boolean late = System.nanoTime() - began > effort.most().toNanos();
        rows.addAll(late ? notMeasured(goal, "no time was left") : measure(goal, lab));
      }
    }
    List<Row> asked = rows.stream().filter(row -> isWanted(row.goal())).toList();
    Measured measured =
        new Measured(machine, effort, (System.nanoTime() - began) / 1_000_000_000, asked);
    out.print(Table.of(measured));
    Path folder = output == null ? root.resolve("deploy/bench/target") : output;
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("latest.json"), measured.toJson().encodePrettily() + "\n");
    Files.writeString(folder.resolve("latest.html"), HtmlPage.of(measured));
    out.println("Written to " + folder.resolve("latest.json") + " and latest.html beside it.");
    out.flush();
    return asked.stream().anyMatch(row -> row.verdict() == Row.Verdict.MISSED) ? 1 : 0;
  }

  /** What cannot be measured is no reason to keep the rest back, and no success either. */
  private List<Row> measure(Goal goal, Lab lab) throws Exception {
    try {
      return goal.measure(lab);
    } catch (IOException | SQLException | RuntimeException | RunnerException failed) {
      failed.printStackTrace(spec.commandLine().getErr());
      lab.clear();
      return notMeasured(goal, failed.toString());
    }
  }

  private static List<Row> notMeasured(Goal goal, String why) {
    return goal.names().stream().map(name -> Row.notMeasured(name, why)).toList();
  }

  private List<Goal> wanted() {
    List<String> known = GOALS.stream().flatMap(goal -> goal.names().stream()).toList();
    for (String name : only) {
      if (known.stream().noneMatch(name::equalsIgnoreCase)) {
        throw new CommandLine.ParameterException(
            spec.commandLine(),
            "There is no benchmark of "
                + name
                + "; there are "
                + known.stream().collect(Collectors.joining(", "))
                + ".");
      }
    }
    return GOALS.stream().filter(goal -> goal.names().stream().anyMatch(this::isWanted)).toList();
  }

  private boolean isWanted(String goal) {
    return only.isEmpty()
        || only.stream()
            .anyMatch(
                name ->
                    goal.toLowerCase(Locale.ROOT)
                        .matches(name.toLowerCase(Locale.ROOT) + "[a-z]?"));
  }
}
