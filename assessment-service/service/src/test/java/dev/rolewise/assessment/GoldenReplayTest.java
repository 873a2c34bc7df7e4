package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.GoldenMessage;
import dev.rolewise.assessment.contract.Lost;
import dev.rolewise.assessment.contract.ReleasedMessages;
import dev.rolewise.assessment.contract.message.Fault;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestSession;
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
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service answers each recorded request as recorded: same shape, same codes, same faults. */
@ExtendWith(PostgresDatabase.class)
class GoldenReplayTest {
  private static final Set<String> DOCUMENTS =
      Set.of(
          AssessmentAddresses.REPORT_GET,
          AssessmentAddresses.REPORT_BUNDLE_GET,
          AssessmentAddresses.REPORT_CSV_GET,
          AssessmentAddresses.REPORT_XLSX_GET,
          AssessmentAddresses.REPORT_PDF_GET,
          AssessmentAddresses.TREND_GET,
          AssessmentAddresses.EXAMPLE_REPORT_GET,
          AssessmentAddresses.PRIVACY_GET);

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
  void everyRecordedReplyHasTheShapeOfALiveOne() {
    replies(
        GoldenMessage.all(),
        (golden, live) -> assertEquals(shape(golden.reply()), shape(live), golden.name()));
  }

  /** A gateway of the previous release goes on asking while this service is already here. */
  @Test
  void whatThePreviousReleaseAsksIsAnsweredWithAllItKnows() {
    replies(
        ReleasedMessages.all(),
        (released, live) ->
            assertEquals(List.of(), Lost.shape(released.reply(), live), released.name()));
  }

  @Test
  void everyRecordedFailureIsALiveOne() {
    failures(GoldenMessage.all());
  }

  @Test
  void whatThePreviousReleaseRefusesIsStillRefused() {
    failures(ReleasedMessages.all());
  }

  private static void replies(
      List<GoldenMessage> all, BiConsumer<GoldenMessage, JsonObject> comparison) {
    List<String> replayed = new ArrayList<>();
    for (GoldenMessage golden : all) {
      if (golden.reply() == null) {
        continue;
      }
      comparison.accept(golden, suite.ask(golden.address(), prepare(golden, all)));
      replayed.add(golden.name());
    }
    assertFalse(replayed.isEmpty());
  }

  private static void failures(List<GoldenMessage> all) {
    for (GoldenMessage golden : all) {
      if (golden.failure() == null) {
        continue;
      }
      JsonObject request = prepare(golden, all);
      BusFailure live =
          suite.failure(
              DOCUMENTS.contains(golden.address())
                  ? suite.documentLater(golden.address(), request)
                  : suite.send(golden.address(), request));
      assertEquals(golden.failure().code(), live.code(), golden.name());
      assertEquals(golden.failure().status(), live.status(), golden.name());
      assertEquals(
          Set.copyOf(golden.faults()),
          Set.copyOf(live.faults().stream().map(f -> new Fault(f.pointer(), f.code())).toList()),
          golden.name());
    }
  }

  /** The recorded request with living secrets, in the situation its name tells of. */
  private static JsonObject prepare(GoldenMessage golden, List<GoldenMessage> all) {
    JsonObject request = golden.request().copy();
    if (golden.address().startsWith("assessment.v1.session.")
        || request.containsKey("session")
        || golden.failure() == ErrorCode.SIGN_IN_NEEDED) {
      return signingIn(golden, request);
    }
    TestTeam team = TestTeam.withRound(suite, 6);
    switch (golden.name()) {
      case "a round closes" -> team.submitTimes(4, TestSheet.healthy());
      case "too few sheets: all are held back" -> team.submitTimes(3, TestSheet.healthy());
      case "reopened for more" -> {
        team.submitTimes(3, TestSheet.healthy());
        team.close();
      }
      case "a closed round draws none" -> team.close();
      case "too many tickets lie unused" -> {
        for (int i = 0; i < 18; i++) {
          team.drawTicket();
        }
      }
      case "the team's links" -> suite.ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound());
      case "a link is withdrawn" ->
          request.put(
              "share",
              suite
                  .ask(AssessmentAddresses.SHARE_CREATE, team.aboutRound())
                  .getJsonObject("share")
                  .getString("id"));
      case "what the team has agreed" -> agreed(team);
      case "an action is done, by nobody in particular", "an action is taken away" ->
          request.put("action", agreed(team));
      case "a comment is hidden" ->
          suite.sql(
              "insert into comment (round, area, text, handle) values ('%s', 'P1', 'x', '%s')"
                  .formatted(team.round, request.getString("comment")));
      default -> {
        // an open round will do
      }
    }
    boolean asMember =
        Set.of(AssessmentAddresses.PARTICIPATION_GET, AssessmentAddresses.TICKET_DRAW)
            .contains(golden.address());
    boolean known =
        !golden.name().startsWith("no token") && !golden.name().startsWith("an unknown");
    if (golden.address().equals(AssessmentAddresses.SHEET_SUBMIT)) {
      return sheet(golden, request, team, first(AssessmentAddresses.SHEET_SUBMIT, all));
    }
    if (golden.name().equals("a ticket that has been used")) {
      String ticket = team.drawTicket();
      suite.ask(
          AssessmentAddresses.SHEET_SUBMIT, TestSheet.healthy().message(ticket, TestTeam.newKey()));
      return request.put("token", ticket);
    }
    if (request.containsKey("token") && known) {
      request.put("token", asMember ? team.member : team.organiser);
    }
    if (request.containsKey("round") && !golden.name().equals("a round of another team")) {
      request.put("round", team.round);
    }
    return request.containsKey("code") ? request.put("code", team.recoveryCode) : request;
  }

  private static String agreed(TestTeam team) {
    JsonObject action =
        team.asOrganiser()
            .put("text", "Ask three customers each month")
            .put("area", "P1")
            .put("owner", "Noor")
            .put("due", "2026-12-18");
    return suite.ask(AssessmentAddresses.ACTION_CREATE, action).getString("id");
  }

  private static JsonObject signingIn(GoldenMessage golden, JsonObject request) {
    TestSession session = TestSession.of(suite, golden.name());
    boolean known = golden.failure() != ErrorCode.SIGN_IN_NEEDED;
    if (request.containsKey("session") && known) {
      request.put("session", session.secret);
    }
    switch (golden.name()) {
      case "somebody comes back" -> {
        JsonObject begun = suite.ask(AssessmentAddresses.SESSION_BEGIN, new JsonObject());
        request.put("attempt", begun.getString("attempt")).put("state", begun.getString("state"));
      }
      case "what a session is good for" -> session.createTeam("Noordzij");
      case "to work on an own team", "one of several owners goes", "the last owner wants to go" ->
          request.put("team", session.createTeam("Noordzij"));
      case "a team that one holds the link of" ->
          request.put("token", TestTeam.create(suite, 1).organiser);
      case "a ticket needs signing in", "a second ticket for one identity" -> {
        JsonObject details = new JsonObject().put("size", 6).put("entry", "signed-in");
        TestTeam team = TestTeam.create(suite, 1).open(details);
        request.put("token", team.member);
        suite.ask(AssessmentAddresses.TICKET_DRAW, session.drawing(team));
      }
      default -> {
        // a session will do
      }
    }
    return request;
  }

  private static JsonObject sheet(
      GoldenMessage golden, JsonObject request, TestTeam team, JsonObject first) {
    String ticket = team.drawTicket();
    request.put("token", ticket);
    JsonObject original = first.copy().put("token", ticket);
    switch (golden.name()) {
      case "the same sheet again", "the same key with another sheet", "a ticket used twice" ->
          suite.ask(AssessmentAddresses.SHEET_SUBMIT, original);
      case "more sheets than people" -> team.submitTimes(6, TestSheet.healthy());
      default -> {
        // a fresh ticket will do
      }
    }
    return request;
  }

  private static JsonObject first(String address, List<GoldenMessage> all) {
    return all.stream()
        .filter(golden -> golden.address().equals(address))
        .findFirst()
        .orElseThrow()
        .request();
  }

  /** Paths with their JSON types; a null says nothing about its type. */
  private static Set<String> shape(Object json) {
    Set<String> shape = new TreeSet<>();
    collect("", json, shape);
    return shape;
  }

  private static void collect(String path, Object json, Set<String> shape) {
    if (json instanceof JsonObject object) {
      object.fieldNames().forEach(f -> collect(path + "/" + f, object.getValue(f), shape));
    } else if (json instanceof JsonArray array) {
      shape.add(path + " list");
      if (!array.isEmpty() && array.getValue(0) instanceof JsonObject) {
        collect(path + "/0", array.getValue(0), shape);
      }
    } else {
      shape.add(path);
    }
  }
}
