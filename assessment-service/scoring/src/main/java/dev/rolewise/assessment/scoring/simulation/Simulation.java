package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;

/**
 * Gives made-up teams to the scoring that real teams get, on a fixed number of threads. Every team
 * has its own stream of random numbers and the outcomes are counts, so the result is the same with
 * any number of threads.
 */
public final class Simulation {

  private static final int TEAMS_AT_A_TIME = 100;

  private final Instrument instrument;
  private final RoleGapScoring scoring;
  private final int threads;

  /**
   * @param instrument the whole instrument, not reduced
   * @param threads how many compute at the same time, 1 or more
   */
  public Simulation(Instrument instrument, int threads) {
    this.instrument = instrument;
    this.scoring = new RoleGapScoring(instrument);
    this.threads = threads;
  }

  public OperatingCharacteristics run(SimulationPlan plan) {
    return run(plan, done -> {});
  }

  /**
   * @param progress is told, from any thread, how many teams more have been scored
   */
  public OperatingCharacteristics run(SimulationPlan plan, IntConsumer progress) {
    List<TeamKind> kinds = plan.kinds();
    List<Callable<KindOutcomes>> parts = new ArrayList<>();
    for (TeamKind kind : kinds) {
      for (int from = 0; from < plan.teamsPerKind(); from += TEAMS_AT_A_TIME) {
        int first = from;
        int last = Math.min(plan.teamsPerKind(), from + TEAMS_AT_A_TIME);
        parts.add(
            () -> {
              KindOutcomes outcomes = teams(plan, kind, first, last);
              progress.accept(last - first);
              return outcomes;
            });
      }
    }
    List<KindOutcomes> outcomes = Workers.compute(threads, parts);
    return new OperatingCharacteristics(
        plan,
        kinds.stream()
            .map(
                kind ->
                    outcomes.stream()
                        .filter(part -> part.kind() == kind)
                        .reduce(KindOutcomes.none(kind), KindOutcomes::plus))
            .toList());
  }

  private KindOutcomes teams(SimulationPlan plan, TeamKind kind, int first, int last) {
    Instrument asked = instrument.forInitiatives(plan.initiatives());
    RoundFacts facts = plan.facts();
    KindOutcomes outcomes = KindOutcomes.none(kind);
    for (int team = first; team < last; team++) {
      Draws draws = Draws.of(plan.seed(), kind.ordinal(), team);
      SimulatedTeam drawn = new SimulatedTeam(asked, plan.model(), draws);
      List<Sheet> sheets = drawn.sheets(drawn.state(kind, plan.mild()), plan.answered());
      ScanReport report = scoring.report(facts, sheets);
      Outcomes outcome = Outcomes.of(kind, report);
      boolean usable =
          !report.areas().isEmpty() && report.areas().stream().allMatch(AreaScore::usable);
      outcomes = outcomes.plus(new KindOutcomes(kind, outcome, usable ? outcome : Outcomes.NONE));
    }
    return outcomes;
  }
}
