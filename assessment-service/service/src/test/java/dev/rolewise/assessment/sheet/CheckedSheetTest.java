package dev.rolewise.assessment.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.message.Fault;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.suite.PackFiles;
import dev.rolewise.assessment.suite.TestSheet;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What sheets are checked with is quick; what it is held against here is only plain. */
class CheckedSheetTest {
  private static final InstrumentRef PINNED = new InstrumentRef("role-gap-scan", 1, "hash");
  private static final Instrument ASKED =
      PublishedInstrument.read(PackFiles.roleGapScan().toBuffer()).forInitiatives(1);
  private static final SheetShape SHAPE = SheetShape.of(ASKED);
  private static final int SHEETS = 5_000;

  @Test
  void goodAndSpoiltSheetsAreJudgedAsTheContractSays() {
    SplittableRandom random = new SplittableRandom(10);
    int good = 0;
    for (int i = 0; i < SHEETS; i++) {
      JsonObject body = filled(random);
      for (int spoilt = random.nextInt(4); spoilt > 0; spoilt--) {
        spoil(body, random);
      }
      Faults faults = new Faults();
      CheckedSheet sheet = CheckedSheet.read(body, PINNED, SHAPE, faults);
      Set<String> said = new TreeSet<>();
      for (Fault fault : faults.list()) {
        said.add(fault.pointer() + " " + fault.code());
      }
      assertEquals(plainJudgement(body), said, body::encode);
      if (said.isEmpty()) {
        good++;
        assertStoredAsItCame(body, sheet);
      }
    }
    assertTrue(good > SHEETS / 5 && good < SHEETS * 4 / 5, good + " of " + SHEETS);
  }

  private static JsonObject filled(SplittableRandom random) {
    JsonObject body = TestSheet.empty(false).body();
    for (String item : body.getJsonObject("answers").fieldNames()) {
      if (random.nextInt(8) > 0) {
        body.getJsonObject("answers").put(item, random.nextInt(5));
      }
    }
    for (String area : body.getJsonObject("coverage").fieldNames()) {
      if (random.nextInt(8) > 0) {
        body.getJsonObject("coverage").put(area, 1 + random.nextInt(5));
      }
    }
    for (Instrument.Scenario scenario : ASKED.scenarios()) {
      body.getJsonObject("scenarios")
          .put(
              scenario.id(),
              scenario.options().get(random.nextInt(scenario.options().size())).id());
    }
    if (random.nextBoolean()) {
      body.put("comments", new JsonObject().put("P1", "a word").put("J1", ""));
    }
    return body;
  }

  private static void spoil(JsonObject body, SplittableRandom random) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                -1,
                0,
                1,
                4,
                5,
                6,
                128,
                1L << 40,
                1.5,
                true,
                "3",
                "P",
                "none",
                "",
                "bell\u0007",
                "x".repeat(SubmitSheet.LONGEST_COMMENT + 1),
                new JsonObject(),
                new JsonArray()));
    values.add(null);
    List<String> parts = List.of("answers", "coverage", "scenarios", "comments", "instrument");
    String part = parts.get(random.nextInt(parts.size()));
    Object value = values.get(random.nextInt(values.size()));
    if (random.nextInt(6) == 0) {
      body.put(part, value);
    } else if (random.nextInt(12) == 0) {
      body.remove(part);
    } else if (body.getValue(part) instanceof JsonObject row) {
      List<String> names = new ArrayList<>(row.fieldNames());
      names.addAll(List.of("Z9", "a/b~c", "P1", "id", "version"));
      String name = names.get(random.nextInt(names.size()));
      if (random.nextInt(3) == 0) {
        row.remove(name);
      } else {
        row.put(name, value);
      }
    }
  }

  private static Set<String> plainJudgement(JsonObject body) {
    Set<String> faults = new TreeSet<>();
    instrument(body.getValue("instrument"), faults);
    column(body, "answers", ASKED.items().stream().map(Instrument.Item::id).toList(), faults);
    column(body, "coverage", ASKED.areas().stream().map(Instrument.Area::id).toList(), faults);
    column(
        body,
        "scenarios",
        ASKED.scenarios().stream().map(Instrument.Scenario::id).toList(),
        faults);
    if (body.getValue("comments") instanceof JsonObject comments) {
      for (String area : comments.fieldNames()) {
        boolean known = ASKED.areas().stream().anyMatch(it -> it.id().equals(area));
        Object value = comments.getValue(area);
        String fault =
            !known
                ? "unknown"
                : value == null
                    ? null
                    : !(value instanceof String text)
                        ? "wrong-type"
                        : text.contains("\u0007")
                            ? "malformed"
                            : text.length() > SubmitSheet.LONGEST_COMMENT ? "too-long" : null;
        note(faults, "/comments/" + escaped(area), fault);
      }
    } else if (body.getValue("comments") != null) {
      faults.add("/comments wrong-type");
    }
    return faults;
  }

  private static void instrument(Object value, Set<String> faults) {
    if (!(value instanceof JsonObject instrument)) {
      faults.add("/instrument " + (value == null ? "missing" : "wrong-type"));
      return;
    }
    Object id = instrument.getValue("id");
    note(
        faults,
        "/instrument/id",
        id == null
            ? "missing"
            : !(id instanceof String text)
                ? "wrong-type"
                : text.length() > 64
                    ? "too-long"
                    : text.equals("role-gap-scan") ? null : "unknown");
    Object version = instrument.getValue("version");
    note(
        faults,
        "/instrument/version",
        version == null
            ? "missing"
            : !isWhole(version)
                ? "wrong-type"
                : number(version) < 1 || number(version) > Integer.MAX_VALUE
                    ? "out-of-range"
                    : number(version) == 1 ? null : "unknown");
  }

  private static void column(JsonObject body, String part, List<String> ids, Set<String> faults) {
    Object value = body.getValue(part);
    if (!(value instanceof JsonObject row)) {
      faults.add("/" + part + (value == null ? " missing" : " wrong-type"));
      return;
    }
    for (String id : ids) {
      if (!row.containsKey(id)) {
        faults.add("/" + part + "/" + id + " missing");
      } else if (row.getValue(id) != null) {
        Object given = row.getValue(id);
        note(
            faults,
            "/" + part + "/" + id,
            part.equals("scenarios") ? vote(id, given) : number(part, given));
      }
    }
    for (String name : row.fieldNames()) {
      note(faults, "/" + part + "/" + escaped(name), ids.contains(name) ? null : "unknown");
    }
  }

  private static String number(String part, Object given) {
    long least = part.equals("answers") ? 0 : 1;
    long most = part.equals("answers") ? 4 : 5;
    return !isWhole(given)
        ? "wrong-type"
        : number(given) < least || number(given) > most ? "out-of-range" : null;
  }

  private static String vote(String scenario, Object given) {
    if (!(given instanceof String option)) {
      return "wrong-type";
    }
    boolean known =
        ASKED.scenarios().stream()
            .filter(it -> it.id().equals(scenario))
            .flatMap(it -> it.options().stream())
            .anyMatch(it -> it.id().equals(option));
    return option.length() > 64 ? "too-long" : known ? null : "unknown";
  }

  private static void assertStoredAsItCame(JsonObject body, CheckedSheet sheet) {
    for (int i = 0; i < ASKED.items().size(); i++) {
      Integer given = body.getJsonObject("answers").getInteger(ASKED.items().get(i).id());
      assertEquals(given == null ? -1 : given, (int) sheet.answers()[i]);
    }
    for (int i = 0; i < ASKED.areas().size(); i++) {
      Integer given = body.getJsonObject("coverage").getInteger(ASKED.areas().get(i).id());
      assertEquals(given == null ? -1 : given, (int) sheet.coverage()[i]);
    }
    for (int i = 0; i < ASKED.scenarios().size(); i++) {
      Instrument.Scenario scenario = ASKED.scenarios().get(i);
      String given = body.getJsonObject("scenarios").getString(scenario.id());
      assertEquals(
          given == null
              ? -1
              : scenario.options().stream().map(Instrument.Option::id).toList().indexOf(given),
          (int) sheet.votes()[i]);
    }
  }

  private static void note(Set<String> faults, String pointer, String code) {
    if (code != null) {
      faults.add(pointer + " " + code);
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
