package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import org.junit.jupiter.api.Test;

/**
 * The production scoring comes to the published rates, within two points and what chance does with
 * this many teams.
 */
class ReferenceBehaviourTest {

  private static final Simulation SIMULATION = new Simulation(RoleGapScan.version1(), 2);
  private static final long SEED = 20261;
  private static final int TEAMS_PER_KIND = 1500;
  private static final double TWO_POINTS = 0.02;
  private static final double FALSE_ADVICE = 0.003;

  @Test
  void clearTeamsOfFiveAreReadRight() {
    OperatingCharacteristics clear = wholeTeams(5, false, AnswerModel.REFERENCE);
    near(0.991, clear.usable().rightVerdicts());
    falseAdviceIsRare(clear);
  }

  /** Stable here: no single area, left out, changes the code. */
  @Test
  void mildTeamsOfFiveAreReadAlmostAsWellAndStableOnesBest() {
    OperatingCharacteristics mild = wholeTeams(5, true, AnswerModel.REFERENCE);
    near(0.956, mild.usable().rightVerdicts());
    falseAdviceIsRare(mild);
    Stable stable = mild.usable().withoutOneArea();
    near(0.83, stable.share());
    near(0.992, stable.rightWhenStable());
    near(0.775, stable.rightWhenUnstable());
  }

  @Test
  void oneStraightLinerAmongSixDoesLittle() {
    AnswerModel model = AnswerModel.REFERENCE.withStraightLiners(1);
    near(0.985, wholeTeams(6, false, model).usable().rightVerdicts());
  }

  @Test
  void manyDontKnowsLeaveATeamOfFourWithoutAVerdictMoreOftenThanMisread() {
    Outcomes usual = wholeTeams(4, false, AnswerModel.REFERENCE).all();
    Outcomes many = wholeTeams(4, false, AnswerModel.REFERENCE.withDontKnow(0.2)).all();
    assertTrue(usual.withoutVerdict().value() < 0.08, "usual " + usual.withoutVerdict());
    assertTrue(many.withoutVerdict().value() > 0.25, "many " + many.withoutVerdict());
    assertTrue(many.rightVerdicts().value() > 0.9, "many " + many.rightVerdicts());
  }

  @Test
  void aSharedGloomSendsMostHealthyTeamsLookingForSomebody() {
    OperatingCharacteristics gloomy = wholeTeams(5, false, AnswerModel.REFERENCE.withGloom(1));
    Share advised = healthy(gloomy).advised();
    assertTrue(advised.value() > 0.5, advised.toString());
    Share cheerful = healthy(wholeTeams(5, false, AnswerModel.REFERENCE)).advised();
    assertTrue(cheerful.value() < 0.005, cheerful.toString());
  }

  @Test
  void balancedPairsTakeYeaSayingOut() {
    SimulationPlan plan = SimulationPlan.ofWholeTeams(5, true, 400, SEED);
    AnswerModel model = AnswerModel.REFERENCE.withAcquiescence(0.15);
    WordingBias bias = new BiasSimulation(RoleGapScan.version1(), 2).run(plan.answering(model));
    assertEquals(1.5, bias.meanBalanced(), 2);
    assertEquals(15.0, bias.meanProblemsOnly(), 2);
  }

  private static Outcomes healthy(OperatingCharacteristics characteristics) {
    return characteristics.sum(kind -> kind == TeamKind.HEALTHY, KindOutcomes::all);
  }

  /**
   * "You need a role" to a healthy or supported team, and to any team that needs none, as a share
   * of all teams.
   */
  private static void falseAdviceIsRare(OperatingCharacteristics found) {
    Share helped =
        found
            .sum(
                kind -> !kind.needsARole() && kind != TeamKind.SELF_ORGANISING,
                KindOutcomes::usable)
            .advised();
    assertTrue(helped.value() <= FALSE_ADVICE + 3 * helped.standardError(), helped.toString());
    Outcomes nobody = found.sum(kind -> !kind.needsARole(), KindOutcomes::usable);
    Share ofAll = new Share(nobody.roleAdvice(), found.usable().teams());
    assertTrue(ofAll.value() <= FALSE_ADVICE + 3 * ofAll.standardError(), ofAll.toString());
  }

  private static OperatingCharacteristics wholeTeams(int size, boolean mild, AnswerModel model) {
    return SIMULATION.run(
        SimulationPlan.ofWholeTeams(size, mild, TEAMS_PER_KIND, SEED).answering(model));
  }

  private static void near(double published, Share found) {
    assertEquals(
        published, found.value(), TWO_POINTS + 2 * found.standardError(), found.toString());
  }
}
