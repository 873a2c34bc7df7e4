package dev.rolewise.assessment.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final SimulationPlan PLAN = SimulationPlan.ofWholeTeams(6, true, 250, 7);

  @Test
  void theSameSeedGivesTheSameWithAnyNumberOfThreads() {
    OperatingCharacteristics one = new Simulation(SCAN, 1).run(PLAN);
    assertEquals(one, new Simulation(SCAN, 3).run(PLAN));
    assertEquals(2500, one.all().teams());
  }

  @Test
  void anotherSeedGivesOtherTeams() {
    SimulationPlan other = SimulationPlan.ofWholeTeams(6, true, 250, 8);
    Simulation simulation = new Simulation(SCAN, 2);
    assertNotEquals(simulation.run(PLAN).kinds(), simulation.run(other).kinds());
  }

  /** A longer run begins with the teams of a shorter one. */
  @Test
  void everyTeamHasItsOwnStream() {
    List<Sheet> team = team(TeamKind.PRODUCT, 3, AnswerModel.REFERENCE, 5);
    assertEquals(team, team(TeamKind.PRODUCT, 3, AnswerModel.REFERENCE, 5));
    assertNotEquals(team, team(TeamKind.PRODUCT, 4, AnswerModel.REFERENCE, 5));
    assertNotEquals(team, team(TeamKind.PROJECT, 3, AnswerModel.REFERENCE, 5));
  }

  @Test
  void progressCountsEveryTeamOnce() {
    LongAdder done = new LongAdder();
    new Simulation(SCAN, 2).run(PLAN, done::add);
    assertEquals(2500, done.sum());
  }

  @Test
  void withOneInitiativeNobodyIsAskedAboutTheProgramme() {
    SimulationPlan one = new SimulationPlan(8, 8, 1, false, AnswerModel.REFERENCE, 200, 7);
    OperatingCharacteristics found = new Simulation(SCAN, 2).run(one);
    assertEquals(9, found.kinds().size());
    assertTrue(found.all().rightVerdicts().value() > 0.97);
  }

  @Test
  void threeAnswersAreNeverEnough() {
    SimulationPlan three = new SimulationPlan(4, 3, 2, false, AnswerModel.REFERENCE, 20, 7);
    Outcomes found = new Simulation(SCAN, 2).run(three).all();
    assertEquals(1, found.withoutVerdict().value());
    assertEquals(0, found.verdicts());
  }

  @Test
  void missingPeopleMakeVerdictsProvisional() {
    SimulationPlan half = new SimulationPlan(10, 6, 2, false, AnswerModel.REFERENCE, 200, 7);
    Outcomes found = new Simulation(SCAN, 2).run(half).all();
    assertTrue(found.firmness().middle() > found.firmness().best(), found.toString());
    assertEquals(0, new Simulation(SCAN, 2).run(PLAN).all().firmness().middle());
  }

  @Test
  void dontKnowsComeAsOftenAsAsked() {
    AnswerModel model = AnswerModel.REFERENCE.withDontKnow(0.2);
    List<Sheet> sheets = team(TeamKind.BOTH, 1, model, 400);
    assertEquals(0.2, missing(sheets, true), 0.02);
    assertEquals(0.2, missing(sheets, false), 0.02);
    List<Sheet> usual = team(TeamKind.BOTH, 1, AnswerModel.REFERENCE, 400);
    assertEquals(0.08, missing(usual, true), 0.012);
    assertEquals(0.12, missing(usual, false), 0.02);
  }

  @Test
  void straightLinersTickOneColumn() {
    AnswerModel model = AnswerModel.REFERENCE.withStraightLiners(2);
    List<Sheet> sheets = team(TeamKind.BOTH, 1, model, 3);
    for (Sheet sheet : sheets.subList(0, 2)) {
      assertEquals(1, values(sheet.answers()).distinct().count());
      assertEquals(1, values(sheet.coverage()).distinct().count());
      assertEquals(sheet.answers()[0] + 1, sheet.coverage()[0]);
    }
    assertTrue(values(sheets.get(2).answers()).distinct().count() > 1);
  }

  @ParameterizedTest
  @CsvSource({"3,3,2,0", "51,51,2,0", "8,9,2,0", "8,0,2,0", "8,8,0,0", "8,8,2,9"})
  void whatCannotBeIsRefused(int size, int answered, int initiatives, int straightLiners) {
    AnswerModel model = AnswerModel.REFERENCE.withStraightLiners(straightLiners);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SimulationPlan(size, answered, initiatives, false, model, 1, 1));
  }

  private static List<Sheet> team(TeamKind kind, int number, AnswerModel model, int people) {
    Draws draws = Draws.of(7, kind.ordinal(), number);
    SimulatedTeam drawn = new SimulatedTeam(SCAN, model, draws);
    return drawn.sheets(drawn.state(kind, false), people);
  }

  private static double missing(List<Sheet> sheets, boolean answers) {
    return sheets.stream()
        .flatMapToInt(sheet -> values(answers ? sheet.answers() : sheet.coverage()))
        .map(value -> value == Sheet.DONT_KNOW ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static IntStream values(byte[] column) {
    return IntStream.range(0, column.length).map(i -> column[i]);
  }
}
