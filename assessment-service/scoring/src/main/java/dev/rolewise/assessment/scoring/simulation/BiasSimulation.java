package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.report.AreaScore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/** How far the struggle that is reported lies above the true one, which made-up teams have. */
public final class BiasSimulation {

  private static final double PERCENT = 100;
  private static final double PER_POINT = PERCENT / Instrument.HIGHEST_ANSWER;

  private final Instrument instrument;
  private final RoleGapScoring scoring;
  private final int threads;

  /** Parameters as for {@link Simulation}. */
  public BiasSimulation(Instrument instrument, int threads) {
    this.instrument = instrument;
    this.scoring = new RoleGapScoring(instrument);
    this.threads = threads;
  }

  /** Over the teams that {@link Simulation} draws for the same plan. */
  public WordingBias run(SimulationPlan plan) {
    List<Callable<WordingBias>> parts = new ArrayList<>();
    for (TeamKind kind : plan.kinds()) {
      parts.add(() -> teams(plan, kind));
    }
    return Workers.compute(threads, parts).stream().reduce(WordingBias.NONE, WordingBias::plus);
  }

  private WordingBias teams(SimulationPlan plan, TeamKind kind) {
    Instrument asked = instrument.forInitiatives(plan.initiatives());
    WordingBias bias = WordingBias.NONE;
    for (int number = 0; number < plan.teamsPerKind(); number++) {
      Draws draws = Draws.of(plan.seed(), kind.ordinal(), number);
      SimulatedTeam team = new SimulatedTeam(asked, plan.model(), draws);
      TrueState state = team.state(kind, plan.mild());
      List<Sheet> sheets = team.sheets(state, plan.answered());
      List<AreaScore> areas = scoring.report(plan.facts(), sheets).areas();
      for (int area = 0; area < areas.size(); area++) {
        OptionalDouble problems = problemsOnly(asked, sheets, areas.get(area).id());
        if (areas.get(area).struggle() != null && problems.isPresent()) {
          double truth = PERCENT * state.struggle()[area];
          bias =
              bias.plus(
                  new WordingBias(
                      1, areas.get(area).struggle() - truth, problems.getAsDouble() - truth));
        }
      }
    }
    return bias;
  }

  private static OptionalDouble problemsOnly(Instrument asked, List<Sheet> sheets, String area) {
    int item = 0;
    while (!isProblemOf(asked.items().get(item), area)) {
      item++;
    }
    int column = item;
    return sheets.stream()
        .mapToInt(sheet -> sheet.answers()[column])
        .filter(answer -> answer != Sheet.DONT_KNOW)
        .mapToDouble(answer -> PER_POINT * answer)
        .average();
  }

  private static boolean isProblemOf(Item item, String area) {
    return item.area().equals(area) && item.wording() == Wording.A;
  }
}
