package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of a bundle, changed on its own. */
class ScoreTamperTest {

  /**
   * What a change together with a new hash hides, in these bundles: one vote more or less where the
   * report says no more than whether the votes agree, and three connected initiatives made four,
   * where the rules ask whether there are two.
   */
  private static final Map<String, Set<String>> UNSEEN =
      Map.of(
          "product-manager", Set.of("/sums/votes/votes/0", "/sums/votes/votes/1"),
          "at-the-gate", Set.of("/sums/votes/votes/2"),
          "both-and-programme", Set.of("/round/initiatives", "/sums/votes/votes/0"));

  /** Every leaf is changed in one way, in turn; in each way it can be with -Dtamper=all. */
  private static final boolean ALL = "all".equals(System.getProperty("tamper"));

  @TempDir private Path folder;

  static List<String> bundles() {
    return Bundles.GOLDEN;
  }

  /** Without a new hash no change at all goes through. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noChangeKeepsItsHash(String name) {
    for (Change change : Change.all(Bundles.golden(name))) {
      CommandRun run = Bundles.score(folder.resolve("b.json"), change.document());
      assertTrue(run.code() == 1 || run.code() == 2, change.pointer() + "\n" + run.out());
      assertEquals(1, run.complaints().size(), change.pointer() + "\n" + run.err());
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aNewHashHidesOnlyWhatNoRuleOrReportSees(String name) {
    Set<String> unseen = new TreeSet<>();
    for (Change change : Change.all(Bundles.golden(name))) {
      if (!change.pointer().equals("/hash")) {
        JsonObject rehashed = Bundles.rehashed(change.document());
        CommandRun run = Bundles.score(folder.resolve("b.json"), rehashed);
        if (run.code() == 0) {
          unseen.add(change.pointer());
        }
      }
    }
    Set<String> known = UNSEEN.getOrDefault(name, Set.of());
    assertTrue(known.containsAll(unseen), () -> unseen.toString());
    assertTrue(!ALL || unseen.containsAll(known), () -> unseen.toString());
  }

  @Test
  void anInstrumentNobodyKnowsIsTakenAsStatedAndSaidSo() {
    JsonObject bundle = Bundles.golden("product-manager");
    bundle.getJsonObject("instrument").put("hash", "0".repeat(64));
    CommandRun known = Bundles.score(folder.resolve("b.json"), Bundles.rehashed(bundle));
    assertEquals(1, known.code(), known.out());
    assertTrue(known.err().contains("/instrument/hash is not the hash of role-gap-scan version 1"));
    bundle.getJsonObject("instrument").put("version", 700);
    CommandRun run = Bundles.score(folder.resolve("b.json"), Bundles.rehashed(bundle));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("(not one of this program's: taken as stated)"), run.out());
  }

  @Test
  void aChangedVerdictIsNamedWithBothSides() {
    JsonObject bundle = Bundles.golden("product-manager");
    bundle.getJsonObject("report").getJsonObject("verdict").put("code", "BOTH");
    CommandRun run = Bundles.score(folder.resolve("b.json"), bundle);
    assertEquals(1, run.code());
    assertTrue(
        run.err().contains(": This bundle was changed after it was made: /hash does not belong"));
    assertTrue(run.out().contains("/report/verdict/code stored "), run.out());
    assertTrue(run.out().contains("Verdict: PRODUCT by rule R4"), run.out());
  }

  record Change(String pointer, JsonObject document) {

    static List<Change> all(JsonObject document) {
      List<Change> changes = new ArrayList<>();
      leaves("", document, document, changes);
      return changes;
    }

    private static void leaves(String at, Object value, JsonObject document, List<Change> changes) {
      if (value instanceof JsonObject object) {
        for (String field : object.fieldNames()) {
          leaves(at + "/" + field, object.getValue(field), document, changes);
        }
      } else if (value instanceof JsonArray array) {
        for (int i = 0; i < array.size(); i++) {
          leaves(at + "/" + i, array.getValue(i), document, changes);
        }
      } else {
        List<Object> others = others(value);
        List<Object> tried = ALL ? others : List.of(others.get(changes.size() % others.size()));
        for (Object other : tried) {
          JsonObject copy = document.copy();
          put(copy, at, other);
          changes.add(new Change(at, copy));
        }
      }
    }

    private static List<Object> others(Object value) {
      if (value instanceof Integer number) {
        return List.of(number + 1, number - 1, "1");
      }
      if (value instanceof Number number) {
        return List.of(number.doubleValue() + 1, number.doubleValue() - 0.001);
      }
      if (value instanceof Boolean truth) {
        return List.of(!truth, 1);
      }
      if (value instanceof String text) {
        return List.of(text + "x", 1);
      }
      return List.of(0, true);
    }

    private static void put(JsonObject root, String pointer, Object other) {
      String[] steps = pointer.substring(1).split("/");
      Object parent = root;
      for (int i = 0; i < steps.length - 1; i++) {
        parent =
            parent instanceof JsonObject object
                ? object.getValue(steps[i])
                : ((JsonArray) parent).getValue(Integer.parseInt(steps[i]));
      }
      String last = steps[steps.length - 1];
      if (parent instanceof JsonObject object) {
        object.put(last, other);
      } else {
        ((JsonArray) parent).set(Integer.parseInt(last), other);
      }
    }
  }
}
