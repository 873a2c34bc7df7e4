package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.report.FindingCode;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.Stability;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * What came of a number of teams.
 *
 * @param teams how many there were
 * @param verdicts how many got a verdict, not NOT_ENOUGH_DATA
 * @param right how many got the right one
 * @param roleAdvice how many were told that they miss a role
 * @param uniformStruggle how many of those were told in the same breath that everything is rated
 *     heavy
 * @param withoutOneArea verdicts by whether some area, left out, changes them
 * @param withoutOnePerson verdicts by whether some person, left out, changes them
 * @param firmness verdicts that are firm, provisional, leaning
 * @param confidence verdicts with high, medium, low confidence
 */
public record Outcomes(
    int teams,
    int verdicts,
    int right,
    int roleAdvice,
    int uniformStruggle,
    Stable withoutOneArea,
    Stable withoutOnePerson,
    Levels firmness,
    Levels confidence) {

  static final Outcomes NONE =
      new Outcomes(0, 0, 0, 0, 0, Stable.NONE, Stable.NONE, Levels.NONE, Levels.NONE);

  private static final Set<VerdictCode> ROLE_ADVICE =
      EnumSet.of(
          VerdictCode.BOTH_PROGRAMME,
          VerdictCode.BOTH,
          VerdictCode.PROGRAMME,
          VerdictCode.PRODUCT,
          VerdictCode.PROJECT);

  static Outcomes of(TeamKind kind, ScanReport report) {
    VerdictCode code = report.verdict().code();
    if (code == VerdictCode.NOT_ENOUGH_DATA) {
      return new Outcomes(1, 0, 0, 0, 0, Stable.NONE, Stable.NONE, Levels.NONE, Levels.NONE);
    }
    boolean right = code == kind.right();
    boolean advised = ROLE_ADVICE.contains(code);
    boolean heavy = report.verdict().also().contains(FindingCode.UNIFORM_STRUGGLE);
    Stability stability = report.stability();
    return new Outcomes(
        1,
        1,
        right ? 1 : 0,
        advised ? 1 : 0,
        advised && heavy ? 1 : 0,
        Stable.of(stability.leaveOneAreaOut().flips(), right),
        Stable.of(stability.leaveOnePersonOut().flips(), right),
        Levels.of(report.verdict().firmness()),
        Levels.of(report.verdict().confidence()));
  }

  Outcomes plus(Outcomes other) {
    return new Outcomes(
        teams + other.teams,
        verdicts + other.verdicts,
        right + other.right,
        roleAdvice + other.roleAdvice,
        uniformStruggle + other.uniformStruggle,
        withoutOneArea.plus(other.withoutOneArea),
        withoutOnePerson.plus(other.withoutOnePerson),
        firmness.plus(other.firmness),
        confidence.plus(other.confidence));
  }

  /** Right ones among the verdicts. */
  public Share rightVerdicts() {
    return new Share(right, verdicts);
  }

  /** Teams without a verdict. */
  public Share withoutVerdict() {
    return new Share(teams - verdicts, teams);
  }

  /** Verdicts that say a role is missing. */
  public Share advised() {
    return new Share(roleAdvice, verdicts);
  }

  /** Those of them that are warned in the same report that everything is rated heavy. */
  public Share warned() {
    return new Share(uniformStruggle, roleAdvice);
  }
}
