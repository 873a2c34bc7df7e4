package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.release.LiveValues;
import dev.rolewise.systemtest.DifferencingRecorder.Loot;
import dev.rolewise.systemtest.DifferencingRecorder.RecoveredSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whoever keeps everything that could be seen of a round while its answers dripped in learns no
 * sheet and nothing about fewer than k people; with the release policy that other tools have, the
 * same attack finds nearly every sheet.
 */
class DifferencingTest {
  private static final int ROUNDS = AttackSize.of("rounds", 200, 3_000);
  private static final Instrument INSTRUMENT = BundledInstrument.roleGapScan();

  @Test
  void theProductionPolicyGivesNobodyAway() {
    int states = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomRound round = RandomRound.draw(seed);
      DifferencingRecorder recorder = round.run(DrippingRound.Policy.PRODUCTION);
      Loot loot = recorder.attack(round.k());
      assertEquals(List.of(), loot.sheets(), "seed " + seed);
      assertEquals(List.of(), loot.smallGroups(), "seed " + seed + ", k " + round.k());
      states += recorder.states();
    }
    System.out.printf("%d rounds, %d states kept: 0 sheets, 0 groups below k%n", ROUNDS, states);
    assertTrue(states > ROUNDS, "hardly anything was to be seen");
  }

  @Test
  void theSameAttackFindsNearlyEverySheetOfANaivePolicy() {
    int sheets = 0;
    int found = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomRound round = RandomRound.draw(seed);
      Loot loot = round.run(DrippingRound.Policy.NAIVE).attack(round.k());
      sheets += round.sheets().size();
      found +=
          (int)
              loot.sheets().stream()
                  .filter(sheet -> isTrue(sheet, round))
                  .map(RecoveredSheet::place)
                  .distinct()
                  .count();
      assertTrue(!loot.smallGroups().isEmpty(), "seed " + seed);
    }
    System.out.printf("naive release policy: %d of %d sheets recovered%n", found, sheets);
    assertTrue(found > sheets * 0.95, found + " of " + sheets);
  }

  /** Whether every count of coverage and answers that was taken away is this person's own. */
  private static boolean isTrue(RecoveredSheet recovered, RandomRound round) {
    Sheet truth = round.sheets().get(recovered.place());
    Instrument asked = INSTRUMENT.forInitiatives(round.initiatives());
    boolean all = true;
    for (int area = 0; area < asked.areas().size(); area++) {
      String id = asked.areas().get(area).id();
      List<Long> coverage = recovered.added().get(id + " coverage");
      int option = truth.coverage()[area];
      for (int value = 1; coverage != null && value <= coverage.size(); value++) {
        all &= coverage.get(value - 1) == (option == value ? 1 : 0);
      }
      List<Long> answers = recovered.added().get(id + " answers");
      if (answers != null) {
        all &= answers.equals(counts(asked, truth, id));
      }
    }
    return all && recovered.added().size() >= asked.areas().size();
  }

  private static List<Long> counts(Instrument asked, Sheet sheet, String area) {
    long[] counts = new long[5];
    for (int item = 0; item < asked.items().size(); item++) {
      var question = asked.items().get(item);
      if (question.area().equals(area)) {
        int answer = sheet.answers()[item];
        if (answer != Sheet.DONT_KNOW) {
          counts[question.reversed() ? 4 - answer : answer]++;
        }
      }
    }
    List<Long> list = new ArrayList<>();
    for (long count : counts) {
      list.add(count);
    }
    return list;
  }

  /** One of the random rounds: k 3-5, size 4-30, both ways to release, don't-knows of all sorts. */
  private record RandomRound(
      int k, int initiatives, LiveValues live, List<Sheet> sheets, long seed) {
    static RandomRound draw(long seed) {
      Random random = new Random(seed);
      int size = 4 + random.nextInt(27);
      int k = Math.min(size, 3 + random.nextInt(3));
      int initiatives = 1 + random.nextInt(3);
      LiveValues live = LiveValues.values()[random.nextInt(2)];
      Instrument asked = INSTRUMENT.forInitiatives(initiatives);
      double dontKnow = List.of(0.0, 0.05, 0.2, 0.5).get(random.nextInt(4));
      List<Sheet> sheets = new ArrayList<>();
      for (int person = 0; person < size; person++) {
        sheets.add(
            new Sheet(
                column(asked.items().size(), 0, 4, dontKnow, random),
                column(asked.areas().size(), 1, 5, dontKnow, random),
                column(asked.scenarios().size(), 0, 1, dontKnow, random)));
      }
      return new RandomRound(k, initiatives, live, List.copyOf(sheets), seed);
    }

    DifferencingRecorder run(DrippingRound.Policy policy) {
      LiveValues mode = live.allowedFor(sheets.size()) ? live : LiveValues.TURNOUT;
      return new DrippingRound(INSTRUMENT, initiatives, sheets, k, mode, policy)
          .run(new Random(seed));
    }

    private static byte[] column(int length, int low, int high, double dontKnow, Random random) {
      byte[] column = new byte[length];
      for (int place = 0; place < length; place++) {
        column[place] =
            (byte) (random.nextDouble() < dontKnow ? -1 : low + random.nextInt(high - low + 1));
      }
      return column;
    }
  }
}
