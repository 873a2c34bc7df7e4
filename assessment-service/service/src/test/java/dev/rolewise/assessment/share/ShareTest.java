package dev.rolewise.assessment.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSheet;
import dev.rolewise.assessment.suite.TestTeam;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links that read one report, and the comments they may show. */
@ExtendWith(PostgresDatabase.class)
class ShareTest {
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
  void aLinkReadsTheReportOnceTheRoundIsClosedAndCommentsOnlyWhereAsked() {
    TestTeam team = withComments(6);
    JsonObject plain = share(team, new JsonObject());
    JsonObject withComments = share(team, new JsonObject().put("comments", true));
    assertEquals("409 not-released", outcome(AssessmentAddresses.REPORT_GET, plain, team.round));
    team.close();
    assertFalse(report(plain, team).encode().contains("comment 1"));
    assertTrue(report(withComments, team).encode().contains("comment 1"));
    assertFalse(report(withComments, team).encode().contains("commentList"));
    JsonObject bundle =
        suite.document(AssessmentAddresses.REPORT_BUNDLE_GET, about(withComments, team.round));
    assertFalse(bundle.encode().contains("comment 1"));
  }

  @Test
  void whatNoLongerReadsAnythingIsAsUnknownAsWhatNeverDid() {
    TestTeam team = withComments(4);
    TestTeam other = withComments(4);
    team.close();
    other.close();
    JsonObject expired =
        share(team, new JsonObject().put("expiresAt", soon(Duration.ofMinutes(1))));
    JsonObject revoked = share(team, new JsonObject());
    JsonObject living = share(team, new JsonObject());
    suite.clock.advance(Duration.ofMinutes(1));
    suite.ask(
        AssessmentAddresses.SHARE_DELETE,
        team.asOrganiser().put("share", revoked.getJsonObject("share").getString("id")));
    String unknown = "404 not-found";
    for (String address :
        List.of(
            AssessmentAddresses.REPORT_GET,
            AssessmentAddresses.REPORT_BUNDLE_GET,
            AssessmentAddresses.REPORT_CSV_GET,
            AssessmentAddresses.REPORT_XLSX_GET,
            AssessmentAddresses.REPORT_PDF_GET)) {
      assertEquals("200", outcome(address, living, team.round));
      assertEquals(unknown, outcome(address, living, other.round));
      assertEquals(unknown, outcome(address, expired, team.round));
      assertEquals(unknown, outcome(address, revoked, team.round));
    }
    // the clock back again: an expired link lives, a withdrawn one does not
    suite.clock.advance(Duration.ofMinutes(-1));
    assertEquals("200", outcome(AssessmentAddresses.REPORT_GET, expired, team.round));
    assertEquals(unknown, outcome(AssessmentAddresses.REPORT_GET, revoked, team.round));
  }

  @Test
  void aLinkLivesThirtyDaysUnlessSaidOtherwiseAndAYearAtMost() {
    TestTeam team = TestTeam.withRound(suite, 4);
    JsonObject made = share(team, new JsonObject());
    assertEquals(soon(Duration.ofDays(30)), made.getJsonObject("share").getString("expiresAt"));
    assertFalse(made.getJsonObject("share").getBoolean("comments"));
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(367))) {
      assertEquals(
          "[Fault[pointer=/expiresAt, code=out-of-range]]",
          suite
              .refused(
                  AssessmentAddresses.SHARE_CREATE, team.aboutRound().put("expiresAt", soon(wrong)))
              .faults()
              .toString());
    }
    share(team, new JsonObject().put("expiresAt", soon(Duration.ofDays(1))));
    List<Object> listed =
        suite.ask(AssessmentAddresses.SHARE_LIST, team.asOrganiser()).getJsonArray("items").stream()
            .toList();
    assertEquals(2, listed.size());
    assertEquals(made.getJsonObject("share"), listed.get(1));
    assertFalse(listed.toString().contains("token"));
  }

  @Test
  void aHiddenCommentIsGoneForEverybodyButItsOrganiser() {
    TestTeam team = withComments(6);
    JsonObject link = share(team, new JsonObject().put("comments", true));
    team.close();
    JsonObject first = commentList(team.report("en")).get(0);
    JsonObject hide = team.aboutRound().put("comment", first.getString("id")).put("hidden", true);
    suite.ask(AssessmentAddresses.COMMENT_UPDATE, hide);
    JsonObject asMember = new JsonObject().put("token", team.member).put("round", team.round);
    String text = first.getString("text");
    assertFalse(report(link, team).encode().contains(text));
    assertFalse(suite.document(AssessmentAddresses.REPORT_GET, asMember).encode().contains(text));
    JsonObject seen = team.report("en");
    assertFalse(comments(seen).contains(text));
    assertEquals(6, commentList(seen).size());
    assertTrue(
        commentList(seen).stream()
            .allMatch(it -> it.getBoolean("hidden") == it.getString("text").equals(text)));
    suite.ask(AssessmentAddresses.COMMENT_UPDATE, hide.put("hidden", false));
    assertTrue(report(link, team).encode().contains(text));
  }

  private static TestTeam withComments(int people) {
    TestTeam team = TestTeam.withRound(suite, people);
    for (int i = 0; i < people; i++) {
      team.submit(TestSheet.healthy().comment("P1", "comment " + i));
    }
    return team;
  }

  private static JsonObject share(TestTeam team, JsonObject details) {
    return suite.ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound().mergeIn(details));
  }

  private static String soon(Duration duration) {
    return suite.clock.instant().plus(duration).toString();
  }

  private static JsonObject about(JsonObject share, String round) {
    return new JsonObject()
        .put("token", share.getJsonObject("report").getString("token"))
        .put("round", round);
  }

  private static JsonObject report(JsonObject share, TestTeam team) {
    return suite.document(AssessmentAddresses.REPORT_GET, about(share, team.round));
  }

  private static List<JsonObject> commentList(JsonObject report) {
    return p1(report).getJsonArray("commentList").stream().map(JsonObject.class::cast).toList();
  }

  private static List<Object> comments(JsonObject report) {
    return p1(report).getJsonArray("comments").stream().toList();
  }

  private static JsonObject p1(JsonObject report) {
    return report.getJsonArray("areas").getJsonObject(0);
  }

  private static String outcome(String address, JsonObject share, String round) {
    Throwable failure =
        Suite.await(
            suite
                .documentLater(address, about(share, round))
                .map((Throwable) null)
                .otherwise(it -> it));
    return failure instanceof BusFailure refused ? refused.status() + " " + refused.code() : "200";
  }
}
