package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Scenario;
import dev.rolewise.assessment.scoring.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws the sheets of one team. */
final class SimulatedTeam {

  private final Instrument instrument;
  private final AnswerModel model;
  private final Draws draws;

  SimulatedTeam(Instrument instrument, AnswerModel model, Draws draws) {
    this.instrument = instrument;
    this.model = model;
    this.draws = draws;
  }

  /** How it really is in a team of this kind. */
  TrueState state(TeamKind kind, boolean mild) {
    return TrueState.draw(instrument, kind, mild, draws);
  }

  /**
   * @param people how many answer; straight-liners are among them
   */
  List<Sheet> sheets(TrueState state, int people) {
    TrueState seen = state.through(model.gloom());
    List<Sheet> sheets = new ArrayList<>(people);
    for (int person = 0; person < people; person++) {
      sheets.add(
          person < model.straightLiners()
              ? straightLine()
              : Respondent.draw(instrument, model, seen, draws).sheet(draws));
    }
    return sheets;
  }

  /** The same column, any of them, on the whole sheet. */
  private Sheet straightLine() {
    int column = draws.below(Instrument.HIGHEST_ANSWER + 1);
    byte[] answers = new byte[instrument.items().size()];
    Arrays.fill(answers, (byte) column);
    List<CoverageOption> options = instrument.coverageOptions();
    byte[] coverage = new byte[instrument.areas().size()];
    Arrays.fill(coverage, (byte) options.get(Math.min(column, options.size() - 1)).value());
    List<Scenario> scenarios = instrument.scenarios();
    byte[] votes = new byte[scenarios.size()];
    for (int scenario = 0; scenario < votes.length; scenario++) {
      votes[scenario] = (byte) Math.min(column, scenarios.get(scenario).options().size() - 1);
    }
    return new Sheet(answers, coverage, votes);
  }
}
