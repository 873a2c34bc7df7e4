package dev.rolewise.assessment.scoring.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Wording;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RandomTeams.Team;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.trace.Explanation;
import dev.rolewise.assessment.scoring.trace.RuleTrial;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** What holds for the bundle of every team. */
class BundlePropertiesTest {

  private static final RoleGapScoring ENGINE = new RoleGapScoring(RoleGapScan.version1());

  @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
  void theSumsGiveTheReportThatTheSheetsGave(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScoredRound scored = ENGINE.score(team.facts(), team.released());
    assertEquals(ENGINE.report(team.facts(), team.released()), scored.report());
    assertEquals(List.of(), ENGINE.contradictions(team.facts(), scored.sums()));
    assertEquals(scored.report(), ENGINE.report(team.facts(), scored.sums()));
    StoredChecks stored = scored.sums().stored();
    Statistics.label("wording").collect(stored == null ? "-" : stored.sameWording() == null);
    Statistics.label("missing").collect(stored == null ? "-" : stored.missingCouldFlip() == null);
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void theFirstMatchingRuleIsTheVerdict(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScoredRound scored = ENGINE.score(team.facts(), team.released());
    Explanation explanation = ENGINE.explain(team.facts(), scored.sums());
    RuleTrial first = explanation.rules().stream().filter(RuleTrial::matches).findFirst().get();
    assertEquals(8, explanation.rules().size());
    assertEquals(scored.report().verdict().rule(), first.rule());
    assertEquals(scored.report().verdict().code(), first.code());
    if (scored.report().stability() != null) {
      assertEquals(
          scored.report().stability().leaveOneAreaOut().areas(),
          explanation.withoutArea().entrySet().stream()
              .filter(area -> area.getValue() != first.code())
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  /** Every number is a sum over at least u people, counted on the sheets themselves. */
  @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
  void nothingComesFromTooFewPeople(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    RoundFacts facts = team.facts();
    RoundSums sums = ENGINE.score(facts, team.released()).sums();
    int fewest = Math.max(3, facts.k() - 1);
    if (team.released().size() < facts.k()) {
      assertEquals(RoundSums.NOTHING, sums);
      return;
    }
    Instrument instrument = RoleGapScan.version1().forInitiatives(facts.initiatives());
    for (int index = 0; index < sums.areas().size(); index++) {
      AreaFigures area = sums.areas().get(index);
      int column = index;
      int coverers = count(team, sheet -> sheet.coverage()[column] >= 0);
      assertEquals(coverers >= fewest, area.coverage() != null);
      Predicate<Sheet> a = answered(instrument, area.id(), Wording.A);
      Predicate<Sheet> b = answered(instrument, area.id(), Wording.B);
      assertEquals(count(team, a.or(b)) >= fewest, area.struggle() != null);
      if (area.struggle() != null) {
        assertTrue(allowed(count(team, a), fewest) || area.struggle().a() == null);
        assertTrue(allowed(count(team, b), fewest) || area.struggle().b() == null);
        // one wording's sum and the distribution would give the other's away
        assertEquals(area.struggle().a() == null, area.struggle().b() == null);
        assertEquals(count(team, a.and(b)) >= fewest, area.struggle().complete() != null);
      }
    }
    int voters = count(team, sheet -> voted(sheet));
    assertTrue(sums.votes() == null || voters >= fewest);
    assertTrue(sums.spreads().values().stream().allMatch(spread -> spread.people() >= fewest));
  }

  private static boolean voted(Sheet sheet) {
    for (byte vote : sheet.votes()) {
      if (vote >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean allowed(int people, int fewest) {
    return people == 0 || people >= fewest;
  }

  private static Predicate<Sheet> answered(Instrument instrument, String area, Wording wording) {
    for (int item = 0; item < instrument.items().size(); item++) {
      Instrument.Item question = instrument.items().get(item);
      if (question.area().equals(area) && question.wording() == wording) {
        int column = item;
        return sheet -> sheet.answers()[column] >= 0;
      }
    }
    throw new AssertionError(area);
  }

  private static int count(Team team, Predicate<Sheet> who) {
    return (int) team.released().stream().filter(who).count();
  }

  /**
   * The one difference about fewer than u people, half points minus points, is the report's own: it
   * follows from the struggle and the distribution shown there. Sums per wording add nothing to it,
   * for together they are that distribution; and the figures of complete people are those of the
   * report's agreement.
   */
  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void nothingIsGivenWhereTheReportHasNull(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScoredRound scored = ENGINE.score(team.facts(), team.released());
    ScanReport report = scored.report();
    assertEquals(report.areas().size(), scored.sums().areas().size());
    for (int area = 0; area < report.areas().size(); area++) {
      compare(report.areas().get(area), scored.sums().areas().get(area));
    }
    report
        .roles()
        .forEach(
            role ->
                assertEquals(
                    role.interval() != null, scored.sums().spreads().containsKey(role.id())));
    if (report.stability() == null) {
      assertNull(scored.sums().votes());
      assertNull(scored.sums().stored());
    } else {
      assertEquals(report.stability().scenarios().agree() == null, scored.sums().votes() == null);
    }
  }

  private static void compare(AreaScore shown, AreaFigures given) {
    assertEquals(shown.coverage(), given.coverage());
    assertEquals(shown.struggle() == null, given.struggle() == null);
    if (given.struggle() == null) {
      return;
    }
    StruggleSums sums = given.struggle();
    assertEquals(shown.distribution(), sums.distribution());
    assertEquals(shown.dontKnow(), sums.dontKnow());
    assertEquals(shown.struggle(), 25.0 * sums.halves() / (2.0 * sums.raters()), 1e-9);
    assertEquals(shown.agreement() == null, sums.complete() == null);
    if (sums.a() != null) {
      long points = 0;
      for (int point = 0; point < 5; point++) {
        points += (long) point * shown.distribution().get(point);
      }
      assertEquals(points, sums.a().points() + sums.b().points());
    }
    if (sums.complete() != null) {
      double squared = Math.pow(sums.complete().raters(), 2);
      assertEquals(shown.agreement().adMean(), sums.complete().deviations() / (2 * squared), 1e-9);
    }
  }
}
