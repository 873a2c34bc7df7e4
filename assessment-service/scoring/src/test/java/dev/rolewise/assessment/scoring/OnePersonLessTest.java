package dev.rolewise.assessment.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RandomTeams.Team;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.fixture.SheetBuilder;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Bounds first and people where needed gives what leaving out everybody in turn gives. */
class OnePersonLessTest {

  private static final Instrument SCAN = RoleGapScan.version1();

  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void anyTeam(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    compare(SCAN.forInitiatives(team.facts().initiatives()), team.released(), 3);
    compare(SCAN.forInitiatives(team.facts().initiatives()), team.released(), 4);
  }

  /** Teams of up to 60 that stand on both gates, exactly or a few answers beside them. */
  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void teamsAtTheGates(@ForAll long seed) {
    Random random = new Random(seed);
    int people = 4 + random.nextInt(57);
    List<Sheet> sheets = new ArrayList<>();
    int[] atTheGate = {2, 2, 2, 2, 1};
    int[] covered = {2, 2, 2, 3, 4};
    for (int person = 0; person < people; person++) {
      SheetBuilder sheet = new SheetBuilder(SCAN);
      for (String side : List.of("P", "J", "G")) {
        sheet.struggle(side, atTheGate[person % 5]).covered(side, covered[person % 5]);
      }
      sheets.add(sheet.build());
    }
    for (int change = random.nextInt(12); change > 0; change--) {
      sheets.set(random.nextInt(people), changed(sheets.get(random.nextInt(people)), random));
    }
    boolean flips = compare(SCAN, sheets, 3 + random.nextInt(2));
    Statistics.collect(flips);
  }

  private static Sheet changed(Sheet sheet, Random random) {
    byte[] answers = sheet.answers();
    byte[] coverage = sheet.coverage();
    answers[random.nextInt(answers.length)] = (byte) (random.nextInt(6) - 1);
    coverage[random.nextInt(coverage.length)] = (byte) (1 + random.nextInt(5));
    return new Sheet(answers, coverage, sheet.votes());
  }

  private static boolean compare(Instrument instrument, List<Sheet> sheets, int usability) {
    Questionnaire questionnaire = new Questionnaire(instrument);
    Judge judge = new Judge(questionnaire);
    TeamAnswers answers =
        new TeamAnswers(questionnaire, judge, SheetColumns.of(instrument, sheets));
    VerdictCode code = judge.codeWithoutR0(answers.sums(), usability);
    boolean bounded = new OnePersonLess(questionnaire, judge, answers, usability).flips(code);
    assertEquals(oneByOne(judge, questionnaire, sheets, usability, code), bounded);
    return bounded;
  }

  /** Counts each smaller team anew: shares nothing with the subtracting. */
  private static boolean oneByOne(
      Judge judge,
      Questionnaire questionnaire,
      List<Sheet> sheets,
      int usability,
      VerdictCode code) {
    for (int person = 0; person < sheets.size(); person++) {
      List<Sheet> rest = new ArrayList<>(sheets);
      rest.remove(person);
      SheetColumns columns = SheetColumns.of(questionnaire.instrument(), rest);
      AreaSums[] sums = new TeamAnswers(questionnaire, judge, columns).sums();
      if (judge.codeWithoutR0(sums, Math.max(2, usability - 1)) != code) {
        return true;
      }
    }
    return false;
  }
}
