package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.systemtest.DrippingRound.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two rounds that differ in the sheets that came in since the last release, and in nothing else,
 * are one and the same to whoever looks before the next release, at every value of every document.
 */
class TwinRoundsTest {
  private static final int ROUNDS = AttackSize.of("twins", 20, 500);

  @Test
  void sheetsThatWaitAreNowhereToBeSeen() {
    int twins = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      RandomRound round = RandomRound.draw(seed);
      List<Look> looks = looks(round, null, seed);
      for (int look = 0; look < looks.size(); look++) {
        if (looks.get(look).received() > looks.get(look).released()) {
          List<Look> others = looks(twin(round, looks.get(look), seed), null, seed);
          assertEquals(looks.subList(0, look + 1), others.subList(0, look + 1), "seed " + seed);
          twins++;
        }
      }
    }
    System.out.printf("%d rounds with %d twins: nothing tells them apart%n", ROUNDS, twins);
    assertTrue(twins > ROUNDS, "hardly any sheet had to wait");
  }

  @ParameterizedTest
  @EnumSource(NaiveChannel.class)
  void throughANaiveChannelTheyDiffer(NaiveChannel channel) {
    RandomRound round = RandomRound.draw(1);
    List<Look> looks = looks(round, channel, 1);
    Look first = looks.get(1);
    assertTrue(first.received() == 1 && first.released() == 0);
    List<Look> others = looks(twin(round, first, 1), channel, 1);
    assertNotEquals(first.view(), others.get(1).view());
  }

  private static List<Look> looks(RandomRound round, NaiveChannel naive, long seed) {
    DrippingRound dripping = round.dripping(naive);
    dripping.run(new Random(seed));
    return dripping.looks();
  }

  /** The same round; whoever waits at this moment answers otherwise. */
  private static RandomRound twin(RandomRound round, Look look, long seed) {
    Random random = new Random(-1 - seed);
    List<Sheet> sheets = new ArrayList<>(round.sheets());
    for (int person = look.released(); person < look.received(); person++) {
      sheets.set(person, round.another(random));
    }
    return new RandomRound(round.k(), round.initiatives(), round.live(), sheets);
  }
}
