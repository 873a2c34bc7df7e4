package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two teams answer the opposite of one another; until the close nobody can tell which is which. */
@ExtendWith(PostgresDatabase.class)
class NothingBeforeCloseTest {
  private static final Set<String> RANDOM =
      Set.of("id", "round", "token", "recoveryCode", "ticket", "receipt");
  private static Suite suite;

  @BeforeAll
  static void start(TestDatabase database) {
    suite = Suite.start(database);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void everyReplyAndHintIsTheSameWhateverWasAnswered() {
    TestSheet bad = TestSheet.healthy().side("P", 4, 5).votes("P").comment("P1", "canary-words");
    List<String> ofBad = journey(bad);
    List<String> ofGood = journey(TestSheet.healthy());
    assertEquals(ofBad, ofGood);
    assertFalse(ofBad.toString().contains("canary"));
  }

  @Test
  void closingWithFewerThanKTellsNothingEither() {
    TestTeam bad = TestTeam.withRound(suite, 6);
    TestTeam good = TestTeam.withRound(suite, 6);
    bad.submitTimes(3, TestSheet.healthy().side("P", 4, 5).votes("P").comment("P1", "canary"));
    good.submitTimes(3, TestSheet.healthy());
    assertEquals(withoutRandom(bad.close()), withoutRandom(good.close()));
    assertEquals(withoutRandom(bad.report("nl")), withoutRandom(good.report("nl")));
  }

  /** Everything anybody can ask while a round is open, after each sheet. */
  private List<String> journey(TestSheet sheet) {
    List<String> seen = new ArrayList<>();
    suite.hints.clear();
    TestTeam team = TestTeam.withRound(suite, 6);
    for (int i = 0; i < 6; i++) {
      JsonObject message = sheet.message(team.drawTicket(), TestTeam.newKey());
      seen.add(withoutRandom(suite.ask(AssessmentAddresses.SHEET_SUBMIT, message.copy())).encode());
      seen.add(withoutRandom(suite.ask(AssessmentAddresses.SHEET_SUBMIT, message)).encode());
      for (String address : AssessmentAddresses.requests()) {
        if (readsOnly(address)) {
          seen.add(address + " " + answer(address, team.aboutRound()));
          JsonObject asMember = new JsonObject().put("token", team.member).put("round", team.round);
          seen.add(address + " " + answer(address, asMember));
        }
      }
      seen.add(answer(AssessmentAddresses.ROUND_UPDATE, team.aboutRound().put("size", 6 + i)));
      seen.add(answer(AssessmentAddresses.ROUND_REOPEN, team.aboutRound()));
      seen.add(answer(AssessmentAddresses.MEMBER_ROTATE, team.aboutRound()));
      team.member =
          suite
              .ask(AssessmentAddresses.MEMBER_ROTATE, team.aboutRound())
              .getJsonObject("member")
              .getString("token");
    }
    suite.hints.forEach(hint -> seen.add(withoutRandom(hint).encode()));
    return seen;
  }

  private static boolean readsOnly(String address) {
    return address.endsWith(".get") || address.endsWith(".list");
  }

  private static String answer(String address, JsonObject message) {
    boolean document =
        Set.of(
                AssessmentAddresses.REPORT_GET,
                AssessmentAddresses.REPORT_BUNDLE_GET,
                AssessmentAddresses.REPORT_CSV_GET,
                AssessmentAddresses.REPORT_XLSX_GET,
                AssessmentAddresses.REPORT_PDF_GET,
                AssessmentAddresses.TREND_GET,
                AssessmentAddresses.EXAMPLE_REPORT_GET,
                AssessmentAddresses.PRIVACY_GET)
            .contains(address);
    return Suite.await(
        (document
                ? suite.documentLater(address, message).map(it -> it.body().toString())
                : suite.send(address, message).map(it -> withoutRandom(it).encode()))
            .otherwise(
                failure ->
                    ((BusFailure) failure).code() + ((BusFailure) failure).faults().toString()));
  }

  private static JsonObject withoutRandom(JsonObject json) {
    JsonObject kept = new JsonObject();
    for (String field : json.fieldNames()) {
      Object value = json.getValue(field);
      boolean random = RANDOM.contains(field) && value instanceof String;
      kept.put(field, random ? "random" : strip(value));
    }
    return kept;
  }

  private static Object strip(Object value) {
    if (value instanceof JsonObject inner) {
      return withoutRandom(inner);
    }
    if (value instanceof JsonArray array) {
      JsonArray kept = new JsonArray();
      array.forEach(entry -> kept.add(strip(entry)));
      return kept;
    }
    return value;
  }
}
