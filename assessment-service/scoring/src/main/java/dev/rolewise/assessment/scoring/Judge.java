package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.VerdictCode;

/** Applies the two gates to areas and roles, and the verdict rules to the roles. */
final class Judge {

  private static final int NO_AREA = -1;

  private final Questionnaire questionnaire;
  private final VerdictRules rules;

  Judge(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
    this.rules = new VerdictRules(questionnaire);
  }

  Quadrant quadrant(Ratio struggle, Ratio gap) {
    Parameters gates = questionnaire.instrument().parameters();
    boolean hurts = struggle.isAtLeast(gates.struggleGate());
    boolean open = gap.isAtLeast(gates.gapGate());
    if (hurts) {
      return open ? Quadrant.VACANT : Quadrant.UNSUPPORTED;
    }
    return open ? Quadrant.INFORMAL : Quadrant.FINE;
  }

  RoleJudgement[] roles(AreaSums[] sums, int usability) {
    RoleJudgement[] roles = new RoleJudgement[questionnaire.sides()];
    for (int side = 0; side < roles.length; side++) {
      roles[side] = role(side, sums, usability, NO_AREA);
    }
    return roles;
  }

  /** The verdict that these sums would give if rule R0 did not exist. */
  VerdictCode codeWithoutR0(AreaSums[] sums, int usability) {
    return rules.withoutR0(roles(sums, usability)).code();
  }

  /**
   * As above, with one area gone and its role needing one usable area fewer.
   *
   * @param roles what all areas say, of which only the role of that area is judged anew
   */
  VerdictCode codeWithoutArea(RoleJudgement[] roles, AreaSums[] sums, int usability, int area) {
    RoleJudgement[] others = roles.clone();
    int side = questionnaire.sideIndexOfArea(area);
    others[side] = role(side, sums, usability, area);
    return rules.withoutR0(others).code();
  }

  VerdictRules rules() {
    return rules;
  }

  RoleJudgement role(int side, AreaSums[] sums, int usability) {
    return role(side, sums, usability, NO_AREA);
  }

  private RoleJudgement role(int side, AreaSums[] sums, int usability, int without) {
    int needed = questionnaire.side(side).minimumAreas();
    int usable = 0;
    Ratio struggle = Ratio.ZERO;
    Ratio gap = Ratio.ZERO;
    for (int area : questionnaire.areasOfSide(side)) {
      if (area == without) {
        needed--;
      } else if (sums[area].usable(usability)) {
        usable++;
        struggle = struggle.plus(sums[area].struggle());
        gap = gap.plus(sums[area].gap());
      }
    }
    if (usable == 0 || usable < needed) {
      return new RoleJudgement(usable, null, null, null);
    }
    Ratio meanStruggle = struggle.dividedBy(usable);
    Ratio meanGap = gap.dividedBy(usable);
    return new RoleJudgement(usable, meanStruggle, meanGap, quadrant(meanStruggle, meanGap));
  }
}
