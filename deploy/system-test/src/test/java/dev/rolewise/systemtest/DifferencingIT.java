package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.systemtest.DifferencingRecorder.Loot;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The attack of {@link DifferencingTest} over HTTP: after every sheet the recorder fetches all that
 * the contract lets anybody read about the round, and takes every number of it.
 */
@ExtendWith(SharedSuite.class)
class DifferencingIT {
  private static final int ROUNDS = AttackSize.of("http-rounds", 4, 200);

  private static RunningSuite suite;
  private static EverythingReadable readable;
  private int states;
  private int reads;
  private int batches;

  @BeforeAll
  static void start(RunningSuite shared) throws Exception {
    suite = shared;
    readable = new EverythingReadable(suite.api());
  }

  @Test
  void whatAnybodyCanFetchGivesNobodyAway() throws Exception {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int size = 4 + random.nextInt(AttackSize.of("http-size", 8, 27));
      int k = Math.min(size, 3 + random.nextInt(3));
      boolean live = size >= 7 && random.nextInt(4) > 0;
      batches += live ? 1 : 0;
      JsonObject settings =
          new JsonObject().put("size", size).put("k", k).put("live", live ? "batches" : "turnout");
      Organiser organiser = Organiser.open(suite.api(), "Dripping", settings);
      DripWatch first = new DripWatch(organiser, readable, suite.url());
      drip(first, size, k, random);
      if (random.nextInt(4) == 0) {
        Organiser again = organiser.openAnother(settings);
        DripWatch second = new DripWatch(again, readable, suite.url());
        drip(second, size, k, random);
        conclude(second, seed, k);
        // the next round of a team says nothing new about this one
        first.look();
      }
      conclude(first, seed, k);
    }
    System.out.printf(
        "%d rounds over HTTP (%d with live batches), %d reads at each look, %d documents kept:"
            + " 0 sheets, 0 groups below k%n",
        ROUNDS, batches, reads, states);
    assertTrue(states >= ROUNDS, "no report was ever seen");
  }

  private void conclude(DripWatch watch, int seed, int k) {
    Loot loot = watch.recorder().attack(k);
    assertEquals(List.of(), loot.sheets(), "seed " + seed);
    assertEquals(List.of(), loot.smallGroups(), "seed " + seed + ", k " + k);
    states += watch.recorder().states();
    reads = watch.reads();
  }

  /**
   * An organiser who closes, opens again and resizes to see more, and some people who stay away.
   */
  private static void drip(DripWatch watch, int size, int k, Random random) throws Exception {
    try (watch) {
      int away = random.nextInt(Math.min(k, size - k + 1));
      watch.look();
      for (int person = 1; person <= size - away; person++) {
        watch.organiser().answer(sheet(watch.organiser(), random));
        watch.look();
        if (random.nextInt(5) == 0) {
          watch.resize(person + random.nextInt(size - person + 1), size);
        }
        if (random.nextInt(5) == 0 && watch.heldBackIfClosed(k)) {
          watch.closeAndReopen();
        }
      }
      boolean more = away > 0 && watch.heldBackIfClosed(k);
      watch.closeRound();
      if (more) {
        watch.reopen();
        watch.organiser().answer(sheet(watch.organiser(), random));
        watch.look();
        watch.closeRound();
      }
    }
  }

  private static JsonObject sheet(Organiser organiser, Random random) {
    return RandomSheets.draw(organiser.questionnaire(), random)
        .put("comments", new JsonObject().put("P1", "said " + UUID.randomUUID()));
  }
}
