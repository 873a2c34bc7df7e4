package dev.rolewise.assessment.scoring.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Instrument.Item;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.CompleteSums;
import dev.rolewise.assessment.scoring.bundle.StruggleSums.WordingSums;
import dev.rolewise.assessment.scoring.bundle.VoteSums;
import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.AreaScore;
import dev.rolewise.assessment.scoring.report.ScanReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Rounds that drip in, release in batches, close, open again and close again: whoever keeps every
 * report and subtracts any two finds, per figure, the sum of nobody or of at least k people. What
 * stands behind a number is counted here from the sheets, by hand.
 */
class DrippingAnswersTest {
  private static final RoleGapScoring ENGINE = new RoleGapScoring(RoleGapScan.version1());

  private int size;
  private int k;
  private Instrument asked;
  private List<Sheet> sheets;
  private int released;
  private int pending;
  private RoundSums shown;
  private int reports;
  private final Map<String, List<Integer>> peopleByFigure = new HashMap<>();

  @Property(tries = 400)
  void noTwoReportsDifferByFewerThanKPeople(@ForAll long seed) {
    Random random = new Random(seed);
    begin(random);
    while (released + pending < size) {
      pending++;
      SheetCounts counts = new SheetCounts(size, k, LiveValues.BATCHES, released, pending);
      if (random.nextInt(12) == 0) {
        // the organiser closes early, and opens again when that is allowed
        close(counts);
        if (pending == 0) {
          return;
        }
      } else if (random.nextInt(3) > 0 && ReleasePolicy.whileOpen(counts).release() > 0) {
        release();
        publish(ENGINE.live(facts(), sheets.subList(0, released), shown), false);
      }
    }
    close(new SheetCounts(size, k, LiveValues.BATCHES, released, pending));
  }

  @Property(tries = 200)
  void withoutALiveReleaseTheCloseIsTheOrdinaryOneUnlessSomethingStaysBelowK(@ForAll long seed) {
    begin(new Random(seed));
    released = size;
    ShownRound closed = ENGINE.atClose(facts(), sheets, ShownFigures.NONE);
    if (closed.whole()) {
      assertEquals(ENGINE.report(facts(), sheets), closed.report());
      assertEquals(ENGINE.report(facts(), closed.shown()), closed.report());
    }
  }

  private void begin(Random random) {
    k = 3 + random.nextInt(3);
    size = Math.max(7, k + random.nextInt(24));
    asked = RoleGapScan.version1().forInitiatives(1 + random.nextInt(2));
    sheets = RandomTeams.sheets(asked, size, random);
    released = 0;
    pending = 0;
    reports = 0;
    shown = ShownFigures.NONE;
    peopleByFigure.clear();
  }

  private RoundFacts facts() {
    int initiatives = asked.sides().size() == 3 ? 2 : 1;
    return new RoundFacts(size, k, initiatives, List.of(), released + pending);
  }

  private void release() {
    released += pending;
    pending = 0;
  }

  private void close(SheetCounts counts) {
    if (ReleasePolicy.atClose(counts).release() > 0) {
      release();
    }
    publish(ENGINE.atClose(facts(), sheets.subList(0, released), shown), true);
  }

  private void publish(ShownRound round, boolean closing) {
    shown = round.shown();
    if (released == 0) {
      return;
    }
    ScanReport report = round.report();
    assertEquals(released, report.n());
    if (!closing) {
      assertNull(report.stability());
      assertNull(report.verdict().firmness());
      report.roles().forEach(role -> assertNull(role.interval()));
    }
    for (int area = 0; area < report.areas().size(); area++) {
      AreaScore score = report.areas().get(area);
      if (score.distribution() != null) {
        keep(score.id() + " struggle", raters(area, score));
      }
      if (score.coverage() != null) {
        keep(score.id() + " gap", coverers(area, score));
      }
      var half = shown.areas().get(area).struggle();
      CompleteSums complete = half == null ? null : half.complete();
      WordingSums a = half == null ? null : half.a();
      WordingSums b = half == null ? null : half.b();
      keepIf(
          score.agreement() != null,
          score.id() + " both",
          complete == null ? 0 : complete.raters());
      keepIf(a != null, score.id() + " a", a == null ? 0 : a.raters());
      keepIf(b != null, score.id() + " b", b == null ? 0 : b.raters());
    }
    VoteSums votes = shown.votes();
    keepIf(votes != null, "votes", votes == null ? 0 : votes.voters());
    if (closing) {
      shown.spreads().forEach((role, spread) -> keep("spread " + role, spread.people()));
    }
    reports++;
  }

  private void keepIf(boolean there, String figure, int people) {
    if (there) {
      keep(figure, people);
    }
  }

  private void keep(String figure, int people) {
    List<Integer> before = peopleByFigure.computeIfAbsent(figure, name -> new ArrayList<>());
    for (int other : before) {
      int difference = Math.abs(people - other);
      assertTrue(
          difference == 0 || difference >= k,
          figure + " rests on " + other + " and then on " + people + " people, k = " + k);
    }
    before.add(people);
  }

  /** People behind a published struggle: it must be that of some earlier set of released sheets. */
  private int raters(int area, AreaScore score) {
    for (int set = k; set <= released; set++) {
      int[] counts = new int[5];
      int dontKnow = 0;
      int people = 0;
      for (Sheet sheet : sheets.subList(0, set)) {
        boolean rates = false;
        for (int item = 0; item < asked.items().size(); item++) {
          Item it = asked.items().get(item);
          if (!it.area().equals(score.id())) {
            continue;
          }
          int answer = sheet.answers()[item];
          if (answer < 0) {
            dontKnow++;
          } else {
            counts[it.reversed() ? 4 - answer : answer]++;
            rates = true;
          }
        }
        people += rates ? 1 : 0;
      }
      if (boxed(counts).equals(score.distribution()) && dontKnow == score.dontKnow()) {
        return people;
      }
    }
    throw new AssertionError("no set of released sheets has the struggle shown for " + score.id());
  }

  private int coverers(int area, AreaScore score) {
    for (int set = k; set <= released; set++) {
      int[] counts = new int[score.coverage().size()];
      for (Sheet sheet : sheets.subList(0, set)) {
        int value = sheet.coverage()[area];
        if (value >= 0) {
          counts[value - 1]++;
        }
      }
      if (boxed(counts).equals(score.coverage())) {
        return Arrays.stream(counts).sum();
      }
    }
    throw new AssertionError("no set of released sheets has the coverage shown for " + score.id());
  }

  private static List<Integer> boxed(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }
}
