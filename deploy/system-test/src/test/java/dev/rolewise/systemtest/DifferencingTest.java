package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.systemtest.DifferencingRecorder.Loot;
import dev.rolewise.systemtest.DifferencingRecorder.RecoveredSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever keeps everything that could be seen of a round while its answers dripped in learns no
 * sheet and nothing about fewer than k people; with the release policy that other tools have, the
 * same attack finds nearly every sheet.
 */
class DifferencingTest {
  private static final int ROUNDS = AttackSize.of("rounds", 200, 3_000);
  private static final int NAIVE_ROUNDS = Math.min(ROUNDS, AttackSize.of("naive-rounds", 25, 200));
  private static final Instrument INSTRUMENT = RandomRound.INSTRUMENT;

  @Test
  void theProductionPolicyGivesNobodyAway() {
    int states = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomRound round = RandomRound.draw(seed);
      DifferencingRecorder recorder = round.dripping(null).run(new Random(seed));
      Loot loot = recorder.attack(round.k());
      assertEquals(List.of(), loot.sheets(), "seed " + seed);
      assertEquals(List.of(), loot.smallGroups(), "seed " + seed + ", k " + round.k());
      states += recorder.states();
    }
    System.out.printf("%d rounds, %d states kept: 0 sheets, 0 groups below k%n", ROUNDS, states);
    assertTrue(states > ROUNDS, "hardly anything was to be seen");
  }

  @ParameterizedTest
  @EnumSource(NaiveChannel.class)
  void theSameAttackFindsWhatOneNaiveChannelShows(NaiveChannel channel) {
    int sheets = 0;
    int found = 0;
    for (int seed = 0; seed < NAIVE_ROUNDS; seed++) {
      RandomRound round = RandomRound.draw(seed);
      DrippingRound dripping = round.dripping(channel);
      Loot loot = dripping.run(new Random(seed)).attack(round.k());
      sheets += dripping.looks().get(dripping.looks().size() - 1).received();
      found +=
          (int)
              loot.sheets().stream()
                  .filter(sheet -> isTrue(sheet, round))
                  .map(RecoveredSheet::place)
                  .distinct()
                  .count();
      assertTrue(!loot.smallGroups().isEmpty(), "seed " + seed);
    }
    System.out.printf("naive %s: %d of %d sheets recovered%n", channel.channel(), found, sheets);
    assertTrue(!channel.countsAnswers() || found > sheets * 0.95, found + " of " + sheets);
  }

  /** Whether every count of coverage and answers that was taken away is this person's own. */
  private static boolean isTrue(RecoveredSheet recovered, RandomRound round) {
    Sheet truth = round.sheets().get(recovered.place());
    Instrument asked = INSTRUMENT.forInitiatives(round.initiatives());
    boolean all = true;
    for (int area = 0; area < asked.areas().size(); area++) {
      String id = asked.areas().get(area).id();
      List<Long> coverage = recovered.added().get("[" + id + "]/coverage");
      int option = truth.coverage()[area];
      for (int value = 1; coverage != null && value <= coverage.size(); value++) {
        all &= coverage.get(value - 1) == (option == value ? 1 : 0);
      }
      List<Long> answers = recovered.added().get("[" + id + "]/distribution");
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
}
