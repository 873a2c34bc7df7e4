package dev.rolewise.assessment.scoring.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.fixture.RandomTeams;
import dev.rolewise.assessment.scoring.fixture.RareAnswers;
import dev.rolewise.assessment.scoring.fixture.RoleGapScan;
import dev.rolewise.assessment.scoring.report.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Twin rounds: the same people answer the same questions at the same moments, and differ only in
 * answers that may not be told, because fewer than k are new in a figure or because too few know
 * the half of an area at all. Whoever reads every report and every bundle, while values come in
 * batches, at a close, and when the round was opened again and closed again, finds no difference.
 */
class ClosedAgainTest {
  private static final RoleGapScoring ENGINE = new RoleGapScoring(RoleGapScan.version1());

  /** A look at the round: what had come in, what of it was released, and how. */
  private record Look(int released, int received, int size, boolean closing) {}

  private int k;
  private Instrument asked;
  private List<Look> looks;

  @Property(tries = 600)
  void answersThatMayNotBeToldAreInNoReport(@ForAll long seed) {
    Random random = new Random(seed);
    k = 3 + random.nextInt(3);
    asked = RoleGapScan.version1().forInitiatives(1 + random.nextInt(2));
    int people = Math.max(7, k + random.nextInt(20));
    List<Sheet> sheets =
        RareAnswers.among(asked, RandomTeams.nearTheGates(asked, people, random), random);
    looks = looks(people, random);
    List<ShownRound> seen = see(sheets);
    boolean twins = false;
    for (int last = 1; last < looks.size(); last++) {
      if (!looks.get(last).closing()) {
        continue;
      }
      TwinSheets twin = new TwinSheets(asked, sheets, random);
      List<Integer> releases = looks.subList(0, last + 1).stream().map(Look::released).toList();
      twin.changeWhatIsNotTold(seen.get(last).shown(), releases);
      twins |= twin.changed();
      List<ShownRound> other = see(twin.sheets());
      for (int look = 0; look <= last; look++) {
        assertEquals(seen.get(look), other.get(look), "look " + look + " of " + looks);
      }
    }
    Statistics.label("twins that differ")
        .collect(twins)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    Stability end = seen.get(seen.size() - 1).report().stability();
    Statistics.label("checks at the end")
        .collect(
            end == null ? "no verdict" : end.leaveOnePersonOut().flips() == null ? "kept" : "told")
        .coverage(
            coverage -> {
              coverage.check("kept").percentage(share -> share > 10);
              coverage.check("told").percentage(share -> share > 10);
            });
  }

  @Property(tries = 300)
  void theReportOfACloseIsTheOneItsFiguresGive(@ForAll long seed) {
    Random random = new Random(seed);
    k = 3 + random.nextInt(3);
    asked = RoleGapScan.version1().forInitiatives(1 + random.nextInt(2));
    int people = Math.max(7, k + random.nextInt(20));
    looks = looks(people, random);
    List<ShownRound> seen = see(RandomTeams.sheets(asked, people, random));
    for (int look = 0; look < looks.size(); look++) {
      ShownRound round = seen.get(look);
      if (looks.get(look).closing() && round.whole()) {
        assertEquals(ENGINE.report(facts(looks.get(look)), round.shown()), round.report());
        assertEquals(List.of(), ENGINE.contradictions(facts(looks.get(look)), round.shown()));
      }
    }
  }

  /** Answers come in, batches are released, the organiser closes, opens again, and resizes. */
  private List<Look> looks(int people, Random random) {
    List<Look> drawn = new ArrayList<>();
    int released = 0;
    for (int received = 1; received <= people; received++) {
      boolean last = received == people;
      boolean release = received - released >= k && (last || random.nextInt(3) == 0);
      boolean reopened = received - released < k && random.nextInt(5) == 0;
      released = release ? received : released;
      if (released > 0 && (release || last || reopened)) {
        // a close that holds nothing back is the end
        boolean closing = last || !release;
        drawn.add(new Look(released, received, received + random.nextInt(4), closing));
      }
    }
    return drawn;
  }

  private List<ShownRound> see(List<Sheet> sheets) {
    List<ShownRound> seen = new ArrayList<>();
    RoundSums shown = ShownFigures.NONE;
    for (Look look : looks) {
      List<Sheet> released = sheets.subList(0, look.released());
      ShownRound round =
          look.closing()
              ? ENGINE.atClose(facts(look), released, shown)
              : ENGINE.live(facts(look), released, shown);
      shown = round.shown();
      seen.add(round);
    }
    return seen;
  }

  private RoundFacts facts(Look look) {
    int initiatives = asked.sides().size() == 3 ? 2 : 1;
    return new RoundFacts(look.size(), k, initiatives, List.of(), look.received());
  }
}
