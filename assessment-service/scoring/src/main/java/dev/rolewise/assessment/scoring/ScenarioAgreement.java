package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Stability.ScenarioVotes;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.List;
import java.util.Set;

/**
 * Whether the forced choices point where the verdict points. All votes of everybody count as one
 * pool; they never enter a score.
 */
final class ScenarioAgreement {

  private final Questionnaire questionnaire;
  private final TeamAnswers answers;

  ScenarioAgreement(Questionnaire questionnaire, TeamAnswers answers) {
    this.questionnaire = questionnaire;
    this.answers = answers;
  }

  /**
   * @param fewest the fewest people who must have answered at least one scenario
   */
  ScenarioVotes with(VerdictCode code, int fewest) {
    int none = questionnaire.sides();
    int[] votes = new int[none + 1];
    int voters = 0;
    for (int person = 0; person < answers.people(); person++) {
      boolean voted = false;
      for (int scenario = 0; scenario < questionnaire.scenarios(); scenario++) {
        int option = answers.vote(person, scenario);
        if (option >= 0) {
          votes[sideOf(scenario, option, none)]++;
          voted = true;
        }
      }
      voters += voted ? 1 : 0;
    }
    return new ScenarioVotes(voters < fewest ? null : topsAreOnSide(votes, code));
  }

  private int sideOf(int scenario, int option, int none) {
    List<Instrument.Option> options =
        questionnaire.instrument().scenarios().get(scenario).options();
    String side = options.get(option).side();
    return side == null ? none : questionnaire.sideIndex(side);
  }

  private boolean topsAreOnSide(int[] votes, VerdictCode code) {
    int most = 0;
    for (int count : votes) {
      most = Math.max(most, count);
    }
    Set<String> sides = VerdictRules.sidesOf(code);
    for (int side = 0; side < votes.length; side++) {
      if (votes[side] == most && !isOnSide(side, sides)) {
        return false;
      }
    }
    return true;
  }

  private boolean isOnSide(int side, Set<String> sides) {
    return side == questionnaire.sides()
        ? sides.isEmpty()
        : sides.contains(questionnaire.side(side).id());
  }
}
