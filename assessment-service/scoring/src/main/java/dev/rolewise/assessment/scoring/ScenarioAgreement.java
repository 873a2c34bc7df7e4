package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Stability.ScenarioVotes;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.Set;

/**
 * Whether the forced choices point where the verdict points. All votes of everybody count as one
 * pool; they never enter a score.
 */
final class ScenarioAgreement {

  private final Questionnaire questionnaire;

  ScenarioAgreement(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
  }

  /**
   * @param pool null when too few people voted
   * @param fewest the fewest people who must have answered at least one scenario
   */
  ScenarioVotes with(VotePool pool, VerdictCode code, int fewest) {
    return new ScenarioVotes(
        pool == null || pool.voters() < fewest ? null : topsAreOnSide(pool.bySide(), code));
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
