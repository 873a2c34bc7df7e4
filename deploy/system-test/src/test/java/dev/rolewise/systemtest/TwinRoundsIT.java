package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twin rounds over HTTP. Their people answer the same, but for answers that may not be told: of
 * sheets that wait, everything; of sheets that are released, what fewer than k people know.
 * Whatever anybody can fetch of the one round, value by value, they can fetch of the other.
 */
@ExtendWith(SharedSuite.class)
class TwinRoundsIT {
  private static final int TWINS = AttackSize.of("http-twins", 2, 40);
  private static final String RARE = "P1";

  private static RunningSuite suite;
  private static EverythingReadable readable;
  private int compared;

  @BeforeAll
  static void start(RunningSuite shared) {
    suite = shared;
    readable = new EverythingReadable(suite.api());
  }

  @Test
  void sheetsThatWaitAreNowhereToBeSeen() throws Exception {
    for (int seed = 0; seed < TWINS; seed++) {
      Random random = new Random(seed);
      int k = 3 + random.nextInt(3);
      Twins twins = Twins.open(suite.api(), suite.url(), k);
      twins.release(k, person -> Collections.nCopies(2, sheet(twins, random)));
      for (int waiting = 1; waiting < k; waiting++) {
        twins.answer(List.of(sheet(twins, random), sheet(twins, random)));
        same(twins);
      }
      twins.each(Organiser::close);
      same(twins);
      twins.each(Organiser::reopen);
      same(twins);
    }
    report("sheets that wait");
  }

  @Test
  void whatTwoPeopleKnowIsNowhereToBeSeen() throws Exception {
    for (int seed = 0; seed < TWINS; seed++) {
      Random random = new Random(seed);
      int k = 3 + random.nextInt(3);
      Twins twins = Twins.open(suite.api(), suite.url(), k);
      // one of the first k people knows, and one of those who come after the round reopened
      twins.release(k, person -> apart(sheet(twins, random), person == 0, random));
      same(twins);
      twins.answer(apart(sheet(twins, random), false, random));
      twins.each(Organiser::close);
      same(twins);
      twins.each(Organiser::reopen);
      same(twins);
      twins.release(2 * k, person -> apart(sheet(twins, random), person == k + 1, random));
      same(twins);
      twins.each(Organiser::close);
      same(twins);
    }
    report("what two people know");
  }

  private void same(Twins twins) {
    Map<String, Map<String, Object>> one = look(twins.one());
    assertEquals(one, look(twins.other()));
    compared += one.values().stream().mapToInt(Map::size).sum();
  }

  private static Map<String, Map<String, Object>> look(Organiser organiser) {
    return EverythingReadable.comparable(readable.look(organiser, Map.of()));
  }

  private void report(String what) {
    System.out.printf(
        "%s: %d pairs of rounds over HTTP, %d values compared, none differs%n",
        what, TWINS, compared);
    assertTrue(compared > 500 * TWINS, "hardly anything was there to compare");
  }

  /** The same sheet twice; who takes care of one responsibility only few know, and not the same. */
  private static List<JsonObject> apart(JsonObject sheet, boolean knows, Random random) {
    int option = 1 + random.nextInt(5);
    JsonObject one = sheet.copy();
    JsonObject other = sheet.copy();
    one.getJsonObject("coverage").put(RARE, knows ? option : null);
    other.getJsonObject("coverage").put(RARE, knows ? 1 + option % 5 : null);
    return List.of(one, other);
  }

  private static JsonObject sheet(Twins twins, Random random) {
    return RandomSheets.draw(twins.one().questionnaire(), random)
        .put("comments", new JsonObject().put("J1", "the same words"));
  }
}
