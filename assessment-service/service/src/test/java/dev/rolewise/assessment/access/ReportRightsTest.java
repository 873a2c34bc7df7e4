package dev.rolewise.assessment.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads a report, and when. */
@ExtendWith(PostgresDatabase.class)
class ReportRightsTest {
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
  void theNumbersBehindAReportFollowItsRule() {
    TestTeam open = TestTeam.withRound(suite, 4);
    TestTeam none =
        TestTeam.create(suite, 1)
            .open(new JsonObject().put("size", 4).put("memberResults", "none"));
    JsonObject asMember = new JsonObject().put("token", open.member).put("round", open.round);
    JsonObject unasked = new JsonObject().put("token", none.member).put("round", none.round);
    for (JsonObject holder : List.of(asMember, open.aboutRound())) {
      assertEquals("409 not-released []", outcome(AssessmentAddresses.REPORT_BUNDLE_GET, holder));
    }
    open.submitTimes(4, TestSheet.healthy());
    open.close();
    none.close();
    assertEquals(
        suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, open.aboutRound()),
        suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, asMember));
    assertEquals("404 not-found []", outcome(AssessmentAddresses.REPORT_BUNDLE_GET, unasked));
  }

  @Test
  void membersReadTheReportAfterClosingAndOnlyWhereThatWasAgreed() {
    TestTeam open = TestTeam.withRound(suite, 4);
    TestTeam none =
        TestTeam.create(suite, 1)
            .open(new JsonObject().put("size", 4).put("memberResults", "none"));
    for (TestTeam team : List.of(open, none)) {
      team.submitTimes(4, TestSheet.healthy());
    }
    JsonObject asMember = new JsonObject().put("token", open.member).put("round", open.round);
    assertEquals("409 not-released []", outcome(AssessmentAddresses.REPORT_GET, asMember));
    open.close();
    none.close();
    assertEquals(
        open.report("nl"),
        suite.document(AssessmentAddresses.REPORT_GET, asMember.put("locale", "nl")));
    assertEquals(
        "404 not-found []",
        outcome(
            AssessmentAddresses.REPORT_GET,
            new JsonObject().put("token", none.member).put("round", none.round)));
    assertEquals(
        "404 not-found []",
        outcome(
            AssessmentAddresses.REPORT_GET,
            new JsonObject().put("token", open.member).put("round", none.round)));
  }

  private static String outcome(String address, JsonObject message) {
    Throwable failure =
        Suite.await(
            suite.documentLater(address, message).map((Throwable) null).otherwise(it -> it));
    return failure instanceof BusFailure refusal
        ? refusal.status() + " " + refusal.code() + " " + refusal.faults()
        : "200";
  }
}
