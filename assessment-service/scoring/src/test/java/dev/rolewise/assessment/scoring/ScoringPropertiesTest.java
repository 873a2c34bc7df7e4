package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RandomTeams.Team;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.NextStep;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.StepCode;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every team. */
class ScoringPropertiesTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theOrderOfThePeopleMakesNoDifference(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    List<Sheet> shuffled = new ArrayList<>(team.released());
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertEquals(report(team), ENGINE.report(team.facts(), shuffled));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theOrderOfTheItemsMakesNoDifference(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    List<String> order = new ArrayList<>(RoleGapScan.itemOrder());
    Collections.shuffle(order, new Random(seed + 1));
    Instrument other = RoleGapScan.withItems(order);
    List<Sheet> reordered =
        team.released().stream().map(s -> reorder(s, other, team.facts())).toList();
    assertEquals(report(team), new RoleGapScoring(other).report(team.facts(), reordered));
  }

  private static Sheet reorder(Sheet sheet, Instrument other, RoundFacts facts) {
    List<Instrument.Item> from = SCAN.forInitiatives(facts.initiatives()).items();
    List<Instrument.Item> to = other.forInitiatives(facts.initiatives()).items();
    byte[] answers = new byte[to.size()];
    IntStream.range(0, answers.length)
        .forEach(i -> answers[i] = sheet.answers()[from.indexOf(to.get(i))]);
    return new Sheet(answers, sheet.coverage(), sheet.votes());
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void turningItemsAndAnswersRoundTogetherMakesNoDifference(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    Instrument turned = turned(SCAN);
    assertEquals(SCAN, turned(turned));
    List<Sheet> answers = team.released().stream().map(ScoringPropertiesTest::turned).toList();
    assertEquals(team.released(), answers.stream().map(ScoringPropertiesTest::turned).toList());
    assertEquals(report(team), new RoleGapScoring(turned).report(team.facts(), answers));
  }

  private static Instrument turned(Instrument scan) {
    return new Instrument(
        scan.id(),
        scan.version(),
        scan.hash(),
        scan.sides(),
        scan.areas(),
        scan.items().stream()
            .map(i -> new Instrument.Item(i.id(), i.area(), i.wording(), !i.reversed()))
            .toList(),
        scan.coverageOptions(),
        scan.scenarios(),
        scan.parameters());
  }

  private static Sheet turned(Sheet sheet) {
    byte[] answers = sheet.answers();
    for (int i = 0; i < answers.length; i++) {
      answers[i] = answers[i] == Sheet.DONT_KNOW ? Sheet.DONT_KNOW : (byte) (4 - answers[i]);
    }
    return new Sheet(answers, sheet.coverage(), sheet.votes());
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void reportsStayWithinTheirRanges(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScanReport report = report(team);
    assertEquals(report.received(), report.n() + report.heldBack());
    assertTrue(report.n() == 0 || report.n() >= report.k());
    for (AreaScore area : report.areas()) {
      if (area.struggle() != null) {
        assertTrue(area.struggle() >= 0 && area.struggle() <= 100);
        int answers = area.distribution().stream().mapToInt(Integer::intValue).sum();
        assertEquals(2 * report.n(), answers + area.dontKnow());
      }
      if (area.gap() != null) {
        assertTrue(area.gap() >= 0 && area.gap() <= 100);
        int fewest = Math.max(3, report.k() - 1);
        int answers = area.coverage().stream().mapToInt(Integer::intValue).sum();
        assertTrue(answers >= fewest && answers <= report.n());
      }
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void belowKTheReportDoesNotDependOnTheSheets(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    int few = Math.min(team.released().size(), team.facts().k() - 1);
    ScanReport withSheets = ENGINE.report(team.facts(), team.released().subList(0, few));
    assertEquals(ENGINE.report(team.facts(), List.of()), withSheets);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void stepsAreFewDistinctAndEndWithTheNextScan(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScanReport report = report(team);
    List<NextStep> steps = report.nextSteps();
    assertTrue(steps.size() <= NextSteps.MOST_STEPS && !steps.isEmpty());
    assertEquals(steps.size(), steps.stream().distinct().count());
    if (report.verdict().code() != VerdictCode.NOT_ENOUGH_DATA) {
      assertEquals(StepCode.REPEAT_SCAN, steps.get(steps.size() - 1).code());
    }
    for (NextStep step : steps) {
      switch (step.code()) {
        case AGREE_MANDATE, GIVE_HOURS, HIRE_OR_BORROW -> {
          assertTrue(step.role() != null && !step.areas().isEmpty());
        }
        case TWO_HATS -> assertTrue(!step.areas().isEmpty());
        case NAME_AN_OWNER, DISCUSS_SPLIT -> assertTrue(step.area() != null);
        case ASK_THE_REST -> assertTrue(step.missing() > 0);
        case FILL_FIRST, SUPPORT_ROLE, TALK_WITH_PRESENT_ROLE -> assertTrue(step.role() != null);
        default -> assertTrue(step.areas().isEmpty());
      }
    }
  }

  private static ScanReport report(Team team) {
    return ENGINE.report(team.facts(), team.released());
  }
}
