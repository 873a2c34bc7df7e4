package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.Stability.LeaveOneAreaOut;
import dev.rolewise.assessment.scoring.report.Stability.LeaveOnePersonOut;
import dev.rolewise.assessment.scoring.report.Stability.MissingAnswers;
import dev.rolewise.assessment.scoring.report.Stability.WordingHalves;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would change the verdict. Every check compares codes with rule R0 off, so a product or
 * project side that is no longer usable counts as running well.
 */
final class StabilityChecks {

  private final Questionnaire questionnaire;
  private final Judge judge;
  private final TeamFigures figures;
  private final int usability;
  private final VerdictCode code;

  StabilityChecks(
      Questionnaire questionnaire,
      Judge judge,
      TeamFigures figures,
      int usability,
      VerdictCode code) {
    this.questionnaire = questionnaire;
    this.judge = judge;
    this.figures = figures;
    this.usability = usability;
    this.code = code;
  }

  LeaveOnePersonOut leaveOnePersonOut() {
    return new LeaveOnePersonOut(figures.flipsWithoutOne(code, usability));
  }

  LeaveOneAreaOut leaveOneAreaOut() {
    List<String> flipping = new ArrayList<>();
    codesWithoutArea()
        .forEach(
            (area, without) -> {
              if (without != code) {
                flipping.add(area);
              }
            });
    return new LeaveOneAreaOut(!flipping.isEmpty(), flipping);
  }

  /** Per area id the code without that area. */
  Map<String, VerdictCode> codesWithoutArea() {
    AreaSums[] sums = figures.sums();
    RoleJudgement[] roles = judge.roles(sums, usability);
    Map<String, VerdictCode> codes = new LinkedHashMap<>();
    for (int area = 0; area < sums.length; area++) {
      codes.put(questionnaire.area(area).id(), judge.codeWithoutArea(roles, sums, usability, area));
    }
    return codes;
  }

  /**
   * The people whose answers are not in the report could each be anywhere; the extremes are tried:
   * per role all of them at struggle 0 or 4 and at coverage none or all, in every area of the role.
   * Roles do not touch each other's areas, so four fills per role give at most four judgements, and
   * their combinations all codes that can come about.
   */
  MissingAnswers missingAnswers(int size) {
    int missing = size - figures.people();
    return new MissingAnswers(size, missing, missing == 0 ? Boolean.FALSE : couldFlip(missing));
  }

  private Boolean couldFlip(int missing) {
    return figures.sumsTellMissing()
        ? Boolean.valueOf(couldFlipBySums(missing))
        : figures.storedCouldFlip();
  }

  private boolean couldFlipBySums(int missing) {
    return codesWithMissing(missing).stream().anyMatch(possible -> possible != code);
  }

  /** All codes that so many people more could bring about. */
  Set<VerdictCode> codesWithMissing(int missing) {
    List<Set<Quadrant>> possible = new ArrayList<>();
    for (int side = 0; side < questionnaire.sides(); side++) {
      possible.add(possibleQuadrants(side, missing));
    }
    Set<VerdictCode> codes = EnumSet.noneOf(VerdictCode.class);
    collect(possible, new RoleJudgement[possible.size()], 0, codes);
    return codes;
  }

  private Set<Quadrant> possibleQuadrants(int side, int missing) {
    Set<Quadrant> quadrants = EnumSet.noneOf(Quadrant.class);
    for (int answer : new int[] {Instrument.LOWEST_ANSWER, Instrument.HIGHEST_ANSWER}) {
      for (boolean covered : new boolean[] {false, true}) {
        AreaSums[] filled = figures.sums();
        for (int area : questionnaire.areasOfSide(side)) {
          filled[area] = filled[area].filled(missing, answer, covered);
        }
        RoleJudgement role = judge.role(side, filled, usability);
        // not usable counts as running well in every comparison of codes
        quadrants.add(role.usable() ? role.quadrant() : Quadrant.FINE);
      }
    }
    return quadrants;
  }

  private void collect(
      List<Set<Quadrant>> possible, RoleJudgement[] roles, int side, Set<VerdictCode> codes) {
    if (side == roles.length) {
      codes.add(judge.rules().withoutR0(roles).code());
      return;
    }
    for (Quadrant quadrant : possible.get(side)) {
      roles[side] = new RoleJudgement(0, null, null, quadrant);
      collect(possible, roles, side + 1, codes);
    }
  }

  WordingHalves wordingHalves() {
    return new WordingHalves(
        figures.sumsTellWordings()
            ? Boolean.valueOf(sameWordingBySums())
            : figures.storedSameWording());
  }

  private boolean sameWordingBySums() {
    for (Wording wording : Wording.values()) {
      if (codeOf(wording) != code) {
        return false;
      }
    }
    return true;
  }

  /** The code from the items of one wording alone. */
  VerdictCode codeOf(Wording wording) {
    return judge.codeWithoutR0(figures.sums(wording), usability);
  }
}
