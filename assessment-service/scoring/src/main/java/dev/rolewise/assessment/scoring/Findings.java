package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Finding;
import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.Quadrant;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything worth saying beside the verdict, in the order of the rules. */
final class Findings {

  private static final Map<String, FindingCode> SUPPORT =
      Map.of(
          VerdictRules.PRODUCT, FindingCode.SUPPORT_PRODUCT,
          VerdictRules.PROJECT, FindingCode.SUPPORT_PROJECT,
          VerdictRules.PROGRAMME, FindingCode.SUPPORT_PROGRAMME);

  private final Questionnaire questionnaire;
  private final RoleJudgement[] roles;
  private final Quadrant[] areas;
  private final List<Finding> findings = new ArrayList<>();

  private Findings(Questionnaire questionnaire, RoleJudgement[] roles, Quadrant[] areas) {
    this.questionnaire = questionnaire;
    this.roles = roles;
    this.areas = areas;
  }

  /**
   * @param roles judgements by side
   * @param areas quadrants by area, null where an area is not usable
   * @param rolesPresent ids of the roles the organiser named as present
   * @param uniformStruggle whether every usable area has a high struggle
   */
  static List<Finding> of(
      Questionnaire questionnaire,
      VerdictCode code,
      RoleJudgement[] roles,
      Quadrant[] areas,
      List<String> rolesPresent,
      boolean uniformStruggle) {
    Findings found = new Findings(questionnaire, roles, areas);
    Set<String> inCode = VerdictRules.sidesOf(code);
    found.unsupported(inCode);
    found.unaligned(inCode);
    found.informal();
    found.present(rolesPresent);
    if (uniformStruggle) {
      found.findings.add(new Finding(FindingCode.UNIFORM_STRUGGLE, null, null));
    }
    return found.findings;
  }

  private void unsupported(Set<String> inCode) {
    for (int side = 0; side < roles.length; side++) {
      String id = questionnaire.side(side).id();
      if (roles[side].is(Quadrant.UNSUPPORTED) && !inCode.contains(id)) {
        add(SUPPORT.get(id), side);
      }
    }
  }

  private void unaligned(Set<String> inCode) {
    int programme = questionnaire.sideIndex(VerdictRules.PROGRAMME);
    if (programme >= 0
        && roles[programme].is(Quadrant.VACANT)
        && !inCode.contains(VerdictRules.PROGRAMME)) {
      add(FindingCode.ALIGN_PROGRAMME, programme);
    }
  }

  private void informal() {
    for (int side = 0; side < roles.length; side++) {
      if (roles[side].is(Quadrant.INFORMAL)) {
        add(FindingCode.NAME_AN_OWNER, side);
      }
    }
    for (int area = 0; area < areas.length; area++) {
      if (areas[area] == Quadrant.INFORMAL) {
        String role = questionnaire.sideOfArea(area).role();
        findings.add(new Finding(FindingCode.NAME_AN_OWNER, role, questionnaire.area(area).id()));
      }
    }
  }

  private void present(List<String> rolesPresent) {
    for (int side = 0; side < roles.length; side++) {
      if (roles[side].is(Quadrant.VACANT)
          && rolesPresent.contains(questionnaire.side(side).role())) {
        add(FindingCode.ROLE_PRESENT, side);
      }
    }
  }

  private void add(FindingCode code, int side) {
    findings.add(new Finding(code, questionnaire.side(side).role(), null));
  }
}
