package dev.rolewise.assessment.scoring.report;

import java.util.List;

/** What would change the verdict. A team is a census, so this takes the place of significance. */
public record Stability(
    LeaveOnePersonOut leaveOnePersonOut,
    LeaveOneAreaOut leaveOneAreaOut,
    MissingAnswers missingAnswers,
    WordingHalves wording,
    ScenarioVotes scenarios) {

  /**
   * Whether the answers without some one person give another verdict; never who.
   *
   * @param flips null when it is not told, see {@link
   *     dev.rolewise.assessment.scoring.release.AnsweredByEnough}
   */
  public record LeaveOnePersonOut(Boolean flips) {}

  /**
   * @param areas ids of the areas without which the verdict is another one
   */
  public record LeaveOneAreaOut(boolean flips, List<String> areas) {
    public LeaveOneAreaOut {
      areas = List.copyOf(areas);
    }
  }

  /**
   * @param invited announced size of the team
   * @param missing people whose answers are not in the report
   * @param couldFlip whether their answers, at their most extreme, could give another verdict; null
   *     when it is not told
   */
  public record MissingAnswers(int invited, int missing, Boolean couldFlip) {}

  /**
   * Whether the items of either wording alone give the same verdict.
   *
   * @param same null when it is not told
   */
  public record WordingHalves(Boolean same) {}

  /**
   * @param agree whether the most chosen options are on the verdict's side; null when too few
   *     people voted
   */
  public record ScenarioVotes(Boolean agree) {}
}
