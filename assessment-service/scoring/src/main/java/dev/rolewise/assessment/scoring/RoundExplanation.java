package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import dev.rolewise.assessment.scoring.trace.Explanation;
import dev.rolewise.assessment.scoring.trace.RoleMargin;
import dev.rolewise.assessment.scoring.trace.RuleTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells how a verdict came about from the numbers it was computed from. */
final class RoundExplanation {

  private final Questionnaire questionnaire;
  private final Judge judge;
  private final TeamFigures figures;
  private final Assessment assessment;

  RoundExplanation(
      Questionnaire questionnaire, Judge judge, TeamFigures figures, Assessment assessment) {
    this.questionnaire = questionnaire;
    this.judge = judge;
    this.figures = figures;
    this.assessment = assessment;
  }

  Explanation of(RoundFacts facts, Turnout turnout) {
    RoleJudgement[] roles = assessment.roles();
    List<RuleTrial> rules = RuleTrials.of(questionnaire, turnout, roles);
    if (!turnout.enough() || !judge.rules().judgeable(roles)) {
      return new Explanation(rules, margins(), Map.of(), Set.of(), null, null);
    }
    VerdictCode code = judge.rules().withoutR0(roles).code();
    StabilityChecks checks =
        new StabilityChecks(questionnaire, judge, figures, assessment.usability(), code);
    int missing = facts.size() - figures.people();
    boolean tell = missing > 0 && figures.sumsTellMissing();
    boolean byWording = figures.sumsTellWordings();
    return new Explanation(
        rules,
        margins(),
        checks.codesWithoutArea(),
        tell ? checks.codesWithMissing(missing) : Set.of(),
        byWording ? checks.codeOf(Wording.A) : null,
        byWording ? checks.codeOf(Wording.B) : null);
  }

  private List<RoleMargin> margins() {
    Parameters gates = questionnaire.instrument().parameters();
    List<RoleMargin> margins = new ArrayList<>();
    for (int side = 0; side < questionnaire.sides(); side++) {
      RoleJudgement role = assessment.roles()[side];
      if (role.usable()) {
        margins.add(
            new RoleMargin(
                questionnaire.side(side).role(),
                role.struggle().toDouble(),
                gates.struggleGate(),
                role.gap().toDouble(),
                gates.gapGate()));
      }
    }
    return margins;
  }
}
