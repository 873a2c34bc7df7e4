package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The production scoring comes to the published rates on simulated teams of five of five, every
 * area usable.
 */
class ReferenceBehaviourTest {

  private static final RoleGapScoring ENGINE = new RoleGapScoring(RoleGapScan.version1());
  private static final Instrument SCAN = RoleGapScan.version1();
  private static final Set<VerdictCode> ROLE_ADVICE =
      EnumSet.of(
          VerdictCode.BOTH_PROGRAMME,
          VerdictCode.BOTH,
          VerdictCode.PROGRAMME,
          VerdictCode.PRODUCT,
          VerdictCode.PROJECT);
  private static final int TEAMS_PER_KIND = 1200;
  private static final int PEOPLE = 5;
  private static final double TWO_POINTS = 0.02;
  private static final double FALSE_ADVICE = 0.003;

  private int teams;
  private int right;
  private int stable;
  private int stableAndRight;
  private int helped;
  private int helpedWithFalseAdvice;
  private int falseAdvice;

  @Test
  void clearTeamsAreReadRight() {
    simulate(false, 20262);
    assertEquals(0.991, share(right, teams), TWO_POINTS);
    falseAdviceIsRare();
  }

  /** Stable here: no single area, left out, changes the code. */
  @Test
  void mildTeamsAreReadAlmostAsWellAndStableOnesBest() {
    simulate(true, 20261);
    assertEquals(0.956, share(right, teams), TWO_POINTS);
    falseAdviceIsRare();
    assertEquals(0.83, share(stable, teams), TWO_POINTS);
    assertEquals(0.992, share(stableAndRight, stable), TWO_POINTS);
    double error = 2 * standardError(0.775, teams - stable);
    assertEquals(0.775, share(right - stableAndRight, teams - stable), TWO_POINTS + error);
  }

  /**
   * "You need a role" to a healthy or supported team, and to any team that needs none, as a share
   * of all teams.
   */
  private void falseAdviceIsRare() {
    assertTrue(
        share(helpedWithFalseAdvice, helped)
            <= FALSE_ADVICE + 3 * standardError(FALSE_ADVICE, helped));
    assertTrue(share(falseAdvice, teams) <= FALSE_ADVICE + 3 * standardError(FALSE_ADVICE, teams));
  }

  private void simulate(boolean mild, long seed) {
    SimulatedTeams drawn = new SimulatedTeams(SCAN, seed);
    RoundFacts facts = new RoundFacts(PEOPLE, 4, 2, List.of(), PEOPLE);
    for (Kind kind : Kind.values()) {
      for (int team = 0; team < TEAMS_PER_KIND; team++) {
        ScanReport report = ENGINE.report(facts, drawn.draw(kind, mild, PEOPLE));
        if (report.areas().stream().allMatch(AreaScore::usable)) {
          count(kind, report);
        }
      }
    }
  }

  private void count(Kind kind, ScanReport report) {
    boolean isRight = report.verdict().code() == kind.right();
    boolean isStable = !report.stability().leaveOneAreaOut().flips();
    boolean advised = !kind.needsARole() && ROLE_ADVICE.contains(report.verdict().code());
    teams++;
    right += isRight ? 1 : 0;
    stable += isStable ? 1 : 0;
    stableAndRight += isRight && isStable ? 1 : 0;
    falseAdvice += advised ? 1 : 0;
    if (!kind.needsARole() && kind != Kind.SELF_ORGANISING) {
      helped++;
      helpedWithFalseAdvice += advised ? 1 : 0;
    }
  }

  private static double standardError(double share, int of) {
    return Math.sqrt(share * (1 - share) / of);
  }

  private static double share(int part, int whole) {
    return (double) part / whole;
  }
}
