package dev.rolewise.assessment.scoring.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Area;
import dev.rolewise.assessment.scoring.Instrument.CoverageOption;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.Instrument.Parameters;
import dev.rolewise.assessment.scoring.Instrument.Side;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.fixture.AnyInstrument;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for every team on every instrument of the kind, not only on the one that ships. */
class AnyInstrumentTest {

  /** A round on an instrument, and what the engine says about it. */
  private record Round(Instrument instrument, RoundFacts facts, List<Sheet> sheets) {
    static Round draw(long seed) {
      Random random = new Random(seed);
      Instrument instrument = AnyInstrument.draw(random);
      RoundFacts facts = AnyInstrument.facts(random);
      Instrument reduced = instrument.forInitiatives(facts.initiatives());
      return new Round(instrument, facts, AnyInstrument.sheets(reduced, facts, random));
    }

    ScanReport report() {
      return new RoleGapScoring(instrument).report(facts, sheets);
    }

    Instrument reduced() {
      return instrument.forInitiatives(facts.initiatives());
    }

    int usability() {
      return Math.max(3, facts.k() - 1);
    }
  }

  /** Struggle and gap as fractions of 100; null where too few people could say. */
  private record Scores(Fraction struggle, Fraction gap) {
    boolean usable() {
      return struggle != null && gap != null;
    }

    String quadrant(Parameters gates) {
      boolean hurts = struggle.compareTo(Fraction.of(gates.struggleGate(), 1)) >= 0;
      boolean open = gap.compareTo(Fraction.of(gates.gapGate(), 1)) >= 0;
      return hurts ? (open ? "VACANT" : "UNSUPPORTED") : (open ? "INFORMAL" : "FINE");
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void scoresQuadrantsAndVerdictAreThoseOfPlainFractions(@ForAll long seed) {
    assertPlainFractions(Round.draw(seed));
  }

  /** A property that never meets a verdict says nothing about it: these seeds meet them all. */
  @Example
  void everyVerdictIsMet() {
    Set<VerdictCode> met = EnumSet.noneOf(VerdictCode.class);
    for (long seed = 0; seed < 4_000 && met.size() < VerdictCode.values().length; seed++) {
      Round round = Round.draw(seed);
      assertPlainFractions(round);
      met.add(round.report().verdict().code());
    }
    assertEquals(EnumSet.allOf(VerdictCode.class), met);
  }

  private static void assertPlainFractions(Round round) {
    ScanReport report = round.report();
    if (round.sheets().size() < round.facts().k()) {
      assertEquals(0, report.n());
      assertTrue(report.areas().isEmpty());
      return;
    }
    Parameters gates = round.instrument().parameters();
    Map<String, Scores> areas = areas(round);
    for (AreaScore area : report.areas()) {
      assertScore(areas.get(area.id()).struggle(), area.struggle());
      assertScore(areas.get(area.id()).gap(), area.gap());
      assertEquals(areas.get(area.id()).usable(), area.usable());
      if (area.usable()) {
        assertEquals(areas.get(area.id()).quadrant(gates), area.quadrant().name(), area.id());
      } else {
        assertNull(area.quadrant());
      }
    }
    Map<String, Scores> sides = sides(round, areas);
    for (RoleScore role : report.roles()) {
      Scores expected = sides.get(role.side());
      assertScore(expected == null ? null : expected.struggle(), role.struggle());
      assertScore(expected == null ? null : expected.gap(), role.gap());
      assertEquals(expected == null ? null : expected.quadrant(gates), name(role.quadrant()));
    }
    VerdictCode code = report.verdict().code();
    assertEquals(code(round, sides), code.name());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void theOrderOfThePeopleMakesNoDifference(@ForAll long seed) {
    Round round = Round.draw(seed);
    List<Sheet> shuffled = new ArrayList<>(round.sheets());
    Collections.shuffle(shuffled, new Random(seed + 1));
    assertEquals(
        round.report(), new RoleGapScoring(round.instrument()).report(round.facts(), shuffled));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void theSumsGiveTheReportAgainAndHangTogether(@ForAll long seed) {
    Round round = Round.draw(seed);
    RoleGapScoring engine = new RoleGapScoring(round.instrument());
    ScoredRound scored = engine.score(round.facts(), round.sheets());
    assertEquals(scored.report(), engine.report(round.facts(), scored.sums()));
    assertEquals(List.of(), engine.contradictions(round.facts(), scored.sums()));
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void everyAnswerIsCountedOnce(@ForAll long seed) {
    Round round = Round.draw(seed);
    for (AreaScore area : round.report().areas()) {
      if (area.distribution() != null) {
        assertEquals(
            2 * round.sheets().size(),
            area.distribution().stream().mapToInt(Integer::intValue).sum() + area.dontKnow());
      }
      if (area.coverage() != null) {
        assertEquals(round.instrument().coverageOptions().size(), area.coverage().size());
        assertTrue(
            area.coverage().stream().mapToInt(Integer::intValue).sum() <= round.sheets().size());
      }
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void higherGatesNeverMakeARoleVacant(@ForAll long seed) {
    Round round = Round.draw(seed);
    Round stricter = new Round(stricter(round.instrument()), round.facts(), round.sheets());
    List<RoleScore> before = round.report().roles();
    List<RoleScore> after = stricter.report().roles();
    for (int i = 0; i < before.size(); i++) {
      assertFalse(
          "VACANT".equals(name(after.get(i).quadrant()))
              && !"VACANT".equals(name(before.get(i).quadrant())));
    }
  }

  private static Instrument stricter(Instrument instrument) {
    Parameters gates = instrument.parameters();
    return new Instrument(
        instrument.id(),
        instrument.version(),
        instrument.hash(),
        instrument.sides(),
        instrument.areas(),
        instrument.items(),
        instrument.coverageOptions(),
        instrument.scenarios(),
        new Parameters(
            Math.min(100, gates.struggleGate() + 7),
            Math.min(100, gates.gapGate() + 7),
            gates.minimumTurnoutPercent(),
            gates.twoHatsMaximumSize(),
            gates.hats()));
  }

  private static void assertScore(Fraction expected, Double score) {
    if (expected == null) {
      assertNull(score);
    } else {
      assertEquals(expected.toDouble(), score, 1e-9);
    }
  }

  private static String name(Enum<?> quadrant) {
    return quadrant == null ? null : quadrant.name();
  }

  private static Map<String, Scores> areas(Round round) {
    Map<String, Scores> scores = new LinkedHashMap<>();
    List<Area> areas = round.reduced().areas();
    for (int area = 0; area < areas.size(); area++) {
      scores.put(
          areas.get(area).id(),
          new Scores(struggle(round, areas.get(area).id()), gap(round, area)));
    }
    return scores;
  }

  /** 25 x the mean of the people's own means over the wordings they answered. */
  private static Fraction struggle(Round round, String area) {
    List<Item> items = round.reduced().items();
    Fraction sum = Fraction.ZERO;
    int people = 0;
    for (Sheet sheet : round.sheets()) {
      int points = 0;
      int answered = 0;
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).area().equals(area) && sheet.answers()[i] >= 0) {
          points += items.get(i).reversed() ? 4 - sheet.answers()[i] : sheet.answers()[i];
          answered++;
        }
      }
      if (answered > 0) {
        sum = sum.plus(Fraction.of(points, answered));
        people++;
      }
    }
    return people < round.usability() ? null : sum.times(Fraction.of(25, people));
  }

  private static Fraction gap(Round round, int area) {
    long credit = 0;
    int people = 0;
    for (Sheet sheet : round.sheets()) {
      for (CoverageOption option : round.instrument().coverageOptions()) {
        if (option.value() == sheet.coverage()[area]) {
          credit += option.creditPercent();
          people++;
        }
      }
    }
    return people < round.usability()
        ? null
        : Fraction.of(100, 1).minus(Fraction.of(credit, people));
  }

  private static Map<String, Scores> sides(Round round, Map<String, Scores> areas) {
    Map<String, Scores> sides = new LinkedHashMap<>();
    for (Side side : round.reduced().sides()) {
      Fraction struggle = Fraction.ZERO;
      Fraction gap = Fraction.ZERO;
      int usable = 0;
      for (Area area : round.reduced().areas()) {
        Scores scores = areas.get(area.id());
        if (area.side().equals(side.id()) && scores.usable()) {
          struggle = struggle.plus(scores.struggle());
          gap = gap.plus(scores.gap());
          usable++;
        }
      }
      if (usable >= side.minimumAreas()) {
        Fraction share = Fraction.of(1, usable);
        sides.put(side.id(), new Scores(struggle.times(share), gap.times(share)));
      }
    }
    return sides;
  }

  /** R0 to R7, the first that matches. */
  private static String code(Round round, Map<String, Scores> sides) {
    Parameters gates = round.instrument().parameters();
    int n = round.sheets().size();
    if (n < Math.max(round.facts().k(), 4)
        || 100 * n < gates.minimumTurnoutPercent() * round.facts().size()
        || !sides.containsKey("product")
        || !sides.containsKey("project")) {
      return "NOT_ENOUGH_DATA";
    }
    String product = sides.get("product").quadrant(gates);
    String project = sides.get("project").quadrant(gates);
    boolean programme =
        sides.containsKey("programme") && sides.get("programme").quadrant(gates).equals("VACANT");
    boolean productVacant = product.equals("VACANT");
    boolean projectVacant = project.equals("VACANT");
    if (productVacant && projectVacant) {
      return programme ? "BOTH_PROGRAMME" : "BOTH";
    }
    if (productVacant || projectVacant) {
      return productVacant ? "PRODUCT" : "PROJECT";
    }
    if (programme) {
      return "PROGRAMME";
    }
    boolean supportProduct = product.equals("UNSUPPORTED");
    boolean supportProject = project.equals("UNSUPPORTED");
    if (supportProduct && supportProject) {
      return "SUPPORT_BOTH";
    }
    if (supportProduct || supportProject) {
      return supportProduct ? "SUPPORT_PRODUCT" : "SUPPORT_PROJECT";
    }
    return "NO_EXTRA_ROLE";
  }
}
