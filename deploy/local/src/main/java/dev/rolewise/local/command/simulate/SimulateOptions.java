package dev.rolewise.local.command.simulate;

import dev.rolewise.assessment.scoring.simulation.AnswerModel;
import dev.rolewise.assessment.scoring.simulation.SimulationPlan;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What to simulate; anything out of range is wrong usage in one plain line. */
final class SimulateOptions {

  private static final int MOST_RUNS = 1_000_000;
  private static final double MOST_GLOOM = 4;
  private static final int MOST_INITIATIVES = 100;
  private static final int MOST_THREADS = 256;
  private static final double PERCENT = 100;

  @Option(names = "--size", paramLabel = "N", description = "People in a team, 4 to 50.")
  private Integer size;

  @Option(
      names = "--answered",
      paramLabel = "M",
      description = "How many of them answer, 1 to N (default: all).")
  private Integer answered;

  @Option(
      names = "--runs",
      paramLabel = "R",
      defaultValue = "1000",
      description = "Teams of each of the ten kinds (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed gives the same teams (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--dont-know",
      paramLabel = "PCT",
      description =
          "Per cent of all answers that are \"don't know\" (default: 8, who takes care of it: 12).")
  private Double dontKnow;

  @Option(
      names = "--gloom",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "A bad mood that everybody shares: every answer X scale points heavier, coverage rated"
              + " looser by X quarters of its range (default: ${DEFAULT-VALUE}).")
  private double gloom;

  @Option(
      names = "--acquiescence",
      paramLabel = "X",
      description =
          "How strongly people say yes whatever is asked, 0 to 1; 0.15 is a yea-saying team"
              + " (default: 0.06).")
  private Double acquiescence;

  @Option(
      names = "--straight-liners",
      paramLabel = "N",
      defaultValue = "0",
      description = "People in every team who tick one column throughout (default: 0).")
  private int straightLiners;

  @Option(
      names = "--initiatives",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Connected initiatives; with 1 nobody is asked about the programme side"
              + " (default: ${DEFAULT-VALUE}).")
  private int initiatives;

  @Option(
      names = "--mild",
      description = "Teams whose trouble is harder to tell from none (default: clear trouble).")
  private boolean mild;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many compute at the same time; changes no figure (default: all cores).")
  private Integer threads;

  SimulationPlan plan(CommandLine line) {
    require(line, size != null, "--size is missing: how many people are in a team?");
    between(line, "--size", size, SimulationPlan.SMALLEST_TEAM, SimulationPlan.LARGEST_TEAM);
    int people = answered == null ? size : answered;
    between(line, "--answered", people, 1, size);
    between(line, "--runs", runs, 1, MOST_RUNS);
    between(line, "--initiatives", initiatives, 1, MOST_INITIATIVES);
    between(line, "--straight-liners", straightLiners, 0, people);
    between(line, "--threads", threads(), 1, MOST_THREADS);
    return new SimulationPlan(size, people, initiatives, mild, model(line), runs, seed);
  }

  private AnswerModel model(CommandLine line) {
    AnswerModel model = AnswerModel.REFERENCE.withStraightLiners(straightLiners);
    within(line, "--gloom", gloom, -MOST_GLOOM, MOST_GLOOM);
    model = model.withGloom(gloom);
    if (dontKnow != null) {
      within(line, "--dont-know", dontKnow, 0, PERCENT);
      model = model.withDontKnow(dontKnow / PERCENT);
    }
    if (acquiescence != null) {
      within(line, "--acquiescence", acquiescence, 0, 1);
      model = model.withAcquiescence(acquiescence);
    }
    return model;
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  void requireNoSize(CommandLine line) {
    require(line, size == null, "--reference takes no --size: it goes through several.");
    between(line, "--threads", threads(), 1, MOST_THREADS);
  }

  /** The options that lead to the same figures again. */
  String asTyped(SimulationPlan plan) {
    List<String> words = new ArrayList<>(List.of("--size " + plan.size()));
    if (plan.answered() != plan.size()) {
      words.add("--answered " + plan.answered());
    }
    words.add("--runs " + plan.teamsPerKind());
    words.add("--seed " + plan.seed());
    if (dontKnow != null) {
      words.add("--dont-know " + dontKnow);
    }
    if (gloom != 0) {
      words.add("--gloom " + gloom);
    }
    if (acquiescence != null) {
      words.add("--acquiescence " + acquiescence);
    }
    if (straightLiners > 0) {
      words.add("--straight-liners " + straightLiners);
    }
    if (initiatives != 2) {
      words.add("--initiatives " + initiatives);
    }
    if (mild) {
      words.add("--mild");
    }
    return String.join(" ", words);
  }

  private static void between(CommandLine line, String name, int value, int low, int high) {
    require(
        line,
        value >= low && value <= high,
        "%s must be between %d and %d, but is %d.".formatted(name, low, high, value));
  }

  private static void within(CommandLine line, String name, double value, double low, double high) {
    require(
        line,
        value >= low && value <= high,
        "%s must be between %.0f and %.0f, but is %s.".formatted(name, low, high, value));
  }

  private static void require(CommandLine line, boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(line, otherwise);
    }
  }
}
