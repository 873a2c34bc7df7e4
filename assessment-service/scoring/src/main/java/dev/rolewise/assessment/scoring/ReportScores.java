package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Agreement;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.RoleScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scores as a report shows them: doubles, and nothing that too few people answered. */
final class ReportScores {

  private final TeamFigures figures;
  private final Assessment assessment;
  private final Questionnaire questionnaire;
  private final AreaAgreement agreement = new AreaAgreement();

  ReportScores(TeamFigures figures, Assessment assessment) {
    this.figures = figures;
    this.assessment = assessment;
    this.questionnaire = assessment.questionnaire();
  }

  List<RoleScore> roles(int size) {
    RoleInterval interval = new RoleInterval(figures, assessment, size);
    List<RoleScore> scores = new ArrayList<>();
    for (int side = 0; side < questionnaire.sides(); side++) {
      RoleJudgement role = assessment.roles()[side];
      boolean usable = role.usable();
      scores.add(
          new RoleScore(
              questionnaire.side(side).role(),
              questionnaire.side(side).id(),
              usable ? role.struggle().toDouble() : null,
              usable ? role.gap().toDouble() : null,
              role.quadrant(),
              usable,
              interval.of(side)));
    }
    return scores;
  }

  List<AreaScore> areas() {
    List<AreaScore> scores = new ArrayList<>();
    for (int area = 0; area < questionnaire.areas(); area++) {
      scores.add(area(area));
    }
    return scores;
  }

  private AreaScore area(int area) {
    int fewest = assessment.usability();
    AreaTally tally = figures.tally(area);
    AreaSums sums = tally.both();
    boolean struggle = sums.struggleKnown(fewest);
    boolean gap = sums.gapKnown(fewest);
    Agreement agreed = struggle ? agreement.of(tally, fewest) : null;
    return new AreaScore(
        questionnaire.area(area).id(),
        questionnaire.sideOfArea(area).role(),
        struggle ? sums.struggle().toDouble() : null,
        gap ? sums.gap().toDouble() : null,
        assessment.areas()[area],
        struggle ? counts(tally.distribution()) : null,
        struggle ? tally.dontKnow() : null,
        gap ? counts(tally.coverage()) : null,
        agreed,
        agreement.split(tally, fewest),
        sums.usable(fewest));
  }

  private static List<Integer> counts(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }
}
