package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.ReasonCode;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why the verdict is what it is. Order: "no role is vacant" when nobody is needed; then the roles
 * of the verdict, each followed by its heaviest area; then the other roles; then sides that could
 * not be judged.
 */
final class Evidence {

  private final Assessment assessment;
  private final Questionnaire questionnaire;
  private final List<Reason> reasons = new ArrayList<>();

  private Evidence(Assessment assessment) {
    this.assessment = assessment;
    this.questionnaire = assessment.questionnaire();
  }

  static List<Reason> of(Assessment assessment, VerdictCode code) {
    Evidence evidence = new Evidence(assessment);
    if (code == VerdictCode.NO_EXTRA_ROLE) {
      evidence.reasons.add(new Reason(ReasonCode.NO_ROLE_VACANT, null, null, Map.of()));
    }
    Set<String> inCode = VerdictRules.sidesOf(code);
    for (int side = 0; side < evidence.questionnaire.sides(); side++) {
      if (inCode.contains(evidence.questionnaire.side(side).id())) {
        evidence.role(side);
        evidence.topArea(side);
      }
    }
    for (int side = 0; side < evidence.questionnaire.sides(); side++) {
      if (!inCode.contains(evidence.questionnaire.side(side).id())
          && evidence.assessment.roles()[side].usable()) {
        evidence.role(side);
      }
    }
    for (int side = 0; side < evidence.questionnaire.sides(); side++) {
      evidence.notUsable(side);
    }
    return evidence.reasons;
  }

  /** The sides that a verdict cannot do without and that could not be judged. */
  static List<Reason> sidesInTheWay(Assessment assessment, VerdictRules rules) {
    Evidence evidence = new Evidence(assessment);
    for (int side = 0; side < evidence.questionnaire.sides(); side++) {
      if (rules.isRequired(side)) {
        evidence.notUsable(side);
      }
    }
    return evidence.reasons;
  }

  private void role(int side) {
    RoleJudgement role = assessment.roles()[side];
    Parameters gates = questionnaire.instrument().parameters();
    Map<String, Number> numbers = scores(role.struggle(), role.gap());
    numbers.put("struggleGate", gates.struggleGate());
    numbers.put("gapGate", gates.gapGate());
    reasons.add(
        new Reason(reasonFor(role.quadrant()), questionnaire.side(side).role(), null, numbers));
  }

  private void topArea(int side) {
    int area = assessment.heaviestArea(side);
    AreaSums sums = assessment.sums()[area];
    reasons.add(
        new Reason(
            ReasonCode.TOP_AREA,
            questionnaire.side(side).role(),
            questionnaire.area(area).id(),
            scores(sums.struggle(), sums.gap())));
  }

  private void notUsable(int side) {
    RoleJudgement role = assessment.roles()[side];
    if (!role.usable()) {
      Map<String, Number> numbers = new LinkedHashMap<>();
      numbers.put("usable", role.usableAreas());
      numbers.put("needed", questionnaire.side(side).minimumAreas());
      reasons.add(
          new Reason(ReasonCode.SIDE_NOT_USABLE, questionnaire.side(side).role(), null, numbers));
    }
  }

  private static Map<String, Number> scores(Ratio struggle, Ratio gap) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("struggle", struggle.toDouble());
    numbers.put("gap", gap.toDouble());
    return numbers;
  }

  private static ReasonCode reasonFor(Quadrant quadrant) {
    return switch (quadrant) {
      case VACANT -> ReasonCode.ROLE_VACANT;
      case UNSUPPORTED -> ReasonCode.ROLE_UNSUPPORTED;
      case INFORMAL -> ReasonCode.ROLE_INFORMAL;
      case FINE -> ReasonCode.ROLE_FINE;
    };
  }
}
