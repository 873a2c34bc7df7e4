package dev.rolewise.assessment.scoring.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RandomTeams.Team;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.Interval;
import dev.rolewise.assessment.scoring.report.RoleScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.Stability;
import dev.rolewise.assessment.scoring.report.Verdict;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The engine and the slow reading of the text give the same report for any team. */
class SameAsByHandTest {

  private static final Instrument SCAN = RoleGapScan.version1();
  private static final RoleGapScoring ENGINE = new RoleGapScoring(SCAN);

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void verdictAndStabilityAreThoseOfTheText(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScanReport report = ENGINE.report(team.facts(), team.released());
    Statistics.collect(report.verdict().code());
    assertEquals(new ByHand(SCAN, team.facts(), team.released()).verdict(), flat(report));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void scoresAreThoseOfTheText(@ForAll long seed) {
    Team team = RandomTeams.draw(new Random(seed));
    ScanReport report = ENGINE.report(team.facts(), team.released());
    if (team.released().size() < team.facts().k()) {
      assertEquals(List.of(), report.areas());
      assertEquals(List.of(), report.roles());
      return;
    }
    ByHand byHand = new ByHand(SCAN, team.facts(), team.released());
    assertEquals(byHand.areas(), report.areas().stream().map(AreaScore::id).toList());
    for (AreaScore area : report.areas()) {
      assertEquals(new ByHandAreas(byHand).area(area.id()), flat(area), area.id());
    }
    for (int i = 0; i < byHand.sides().size(); i++) {
      compareRole(byHand, byHand.sides().get(i), report.roles().get(i), team);
    }
    assertEquals(byHand.sides().size(), report.roles().size());
  }

  private static void compareRole(ByHand byHand, String side, RoleScore role, Team team) {
    PlainScores scores = byHand.scores();
    assertEquals(scores.roleUsable(side), role.usable());
    assertEquals(scores.roleQuadrant(side), role.usable() ? role.quadrant().name() : null);
    if (!role.usable()) {
      assertNull(role.struggle());
      assertNull(role.gap());
      assertNull(role.interval());
      return;
    }
    assertEquals(scores.roleStruggle(side).toDouble(), role.struggle());
    assertEquals(scores.roleGap(side).toDouble(), role.gap());
    compareInterval(byHand, side, role.interval(), team);
  }

  private static void compareInterval(ByHand byHand, String side, Interval interval, Team team) {
    int n = team.released().size();
    int size = team.facts().size();
    List<Double> persons = new ArrayList<>();
    for (PlainSheet sheet : byHand.sheets()) {
      List<Fraction> own =
          byHand.scores().usableAreas(side).stream()
              .map(area -> PlainScores.struggle(sheet, area))
              .filter(Objects::nonNull)
              .toList();
      if (!own.isEmpty()) {
        persons.add(25 * Mean.of(own).toDouble());
      }
    }
    if (n >= size || n < 5 || persons.size() < 2) {
      assertNull(interval);
      return;
    }
    int m = persons.size();
    double mean = persons.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = persons.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double margin =
        StudentTable.T975[m - 1]
            * Math.sqrt(squares / (m - 1) / m)
            * Math.sqrt(1 - (double) n / size);
    assertEquals(Math.max(0, mean - margin), interval.low(), 0.01);
    assertEquals(Math.min(100, mean + margin), interval.high(), 0.01);
    assertTrue(interval.low() <= interval.high());
  }

  private static Map<String, Object> flat(ScanReport report) {
    Map<String, Object> out = new TreeMap<>();
    Verdict verdict = report.verdict();
    out.put("n", report.n());
    out.put("heldBack", report.heldBack());
    out.put("code", verdict.code().name());
    out.put("rule", verdict.rule());
    if (verdict.code() == VerdictCode.NOT_ENOUGH_DATA) {
      assertNull(report.stability());
      assertNull(verdict.firmness());
      assertNull(verdict.confidence());
      return out;
    }
    Stability stability = report.stability();
    out.put(
        "findings",
        verdict.findings().stream().map(f -> f.code() + " " + f.role() + " " + f.area()).toList());
    assertEquals(
        verdict.findings().stream().map(f -> f.code()).distinct().toList(), verdict.also());
    out.put("fillFirst", String.valueOf(verdict.fillFirst()));
    out.put("form", verdict.form());
    out.put("leaveOnePersonOut", stability.leaveOnePersonOut().flips());
    out.put("leaveOneAreaOut", stability.leaveOneAreaOut().areas());
    assertEquals(
        !stability.leaveOneAreaOut().areas().isEmpty(), stability.leaveOneAreaOut().flips());
    out.put("missing", stability.missingAnswers().missing());
    out.put("couldFlip", stability.missingAnswers().couldFlip());
    out.put("wording", stability.wording().same());
    out.put("scenarios", String.valueOf(stability.scenarios().agree()));
    out.put("firmness", verdict.firmness().code());
    out.put("confidence", verdict.confidence().code());
    return out;
  }

  private static Map<String, Object> flat(AreaScore area) {
    Map<String, Object> out = new TreeMap<>();
    out.put("struggle", shown(area.struggle()));
    out.put("gap", shown(area.gap()));
    out.put("quadrant", String.valueOf(area.quadrant()));
    out.put("distribution", shown(area.distribution()));
    out.put("dontKnow", shown(area.dontKnow()));
    out.put("coverage", shown(area.coverage()));
    out.put("adMean", area.agreement() == null ? "null" : area.agreement().adMean());
    out.put("rwgjLindell", area.agreement() == null ? "null" : area.agreement().rwgjLindell());
    out.put("split", area.split());
    assertEquals(area.usable(), area.quadrant() != null);
    return out;
  }

  private static Object shown(Object value) {
    return value == null ? "null" : value;
  }
}
