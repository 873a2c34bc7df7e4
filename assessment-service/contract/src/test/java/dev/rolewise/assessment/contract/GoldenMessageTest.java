package dev.rolewise.assessment.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.round.HideComment;
import dev.rolewise.assessment.contract.round.OpenRound;
import dev.rolewise.assessment.contract.round.Participation;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.assessment.contract.round.Round;
import dev.rolewise.assessment.contract.round.RoundOpened;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.assessment.contract.round.UpdateRound;
import dev.rolewise.assessment.contract.session.BeginLogin;
import dev.rolewise.assessment.contract.session.ClaimTeam;
import dev.rolewise.assessment.contract.session.CreateSession;
import dev.rolewise.assessment.contract.session.LeaveTeam;
import dev.rolewise.assessment.contract.session.LoginBegun;
import dev.rolewise.assessment.contract.session.LoginTaken;
import dev.rolewise.assessment.contract.session.SessionCreated;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.assessment.contract.session.SessionState;
import dev.rolewise.assessment.contract.session.SessionToken;
import dev.rolewise.assessment.contract.session.TakeLogin;
import dev.rolewise.assessment.contract.share.CreateShare;
import dev.rolewise.assessment.contract.share.Share;
import dev.rolewise.assessment.contract.share.ShareCreated;
import dev.rolewise.assessment.contract.share.ShareRequest;
import dev.rolewise.assessment.contract.sheet.SheetAccepted;
import dev.rolewise.assessment.contract.sheet.SubmitSheet;
import dev.rolewise.assessment.contract.sheet.TicketDrawn;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.NewToken;
import dev.rolewise.assessment.contract.team.RecoverOrganiser;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.TeamContext;
import dev.rolewise.assessment.contract.team.TeamCreated;
import dev.rolewise.assessment.contract.team.UpdateTeam;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenMessageTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /** Reads a request the way the service does, noting faults. */
  private static final Map<String, BiConsumer<JsonObject, Faults>> READERS =
      Map.of(
          AssessmentAddresses.TEAM_CREATE, CreateTeam::read,
          AssessmentAddresses.TEAM_UPDATE,
              (json, faults) -> UpdateTeam.read(json, TeamContext.empty(), faults),
          AssessmentAddresses.ORGANISER_RECOVER, RecoverOrganiser::read,
          AssessmentAddresses.ROUND_OPEN, (json, faults) -> OpenRound.read(json, 500, NOW, faults),
          AssessmentAddresses.ROUND_UPDATE,
              (json, faults) -> UpdateRound.read(json, 500, NOW, faults),
          AssessmentAddresses.SHARE_CREATE, (json, faults) -> CreateShare.read(json, NOW, faults),
          AssessmentAddresses.COMMENT_UPDATE, HideComment::read);

  /** Requests that map there and back without loss. */
  private static final Map<String, UnaryOperator<JsonObject>> REQUESTS =
      Map.of(
          AssessmentAddresses.TEAM_DELETE, json -> TokenRequest.fromJson(json).toJson(),
          AssessmentAddresses.ROUND_GET, json -> RoundRequest.fromJson(json).toJson(),
          AssessmentAddresses.SHARE_DELETE, json -> ShareRequest.fromJson(json).toJson(),
          AssessmentAddresses.REPORT_GET, json -> ReportRequest.fromJson(json).toJson(),
          AssessmentAddresses.REPORT_BUNDLE_GET, json -> RoundRequest.fromJson(json).toJson(),
          AssessmentAddresses.PARTICIPATION_GET, json -> LocaleRequest.fromJson(json).toJson(),
          AssessmentAddresses.PRIVACY_GET, json -> LocaleRequest.fromJson(json).toJson(),
          AssessmentAddresses.SHEET_SUBMIT, json -> SubmitSheet.fromJson(json).toJson(),
          AssessmentAddresses.TURNOUT_HINT, json -> TurnoutHint.fromJson(json).toJson());

  /** The same for signing in. */
  private static final Map<String, UnaryOperator<JsonObject>> SESSION_REQUESTS =
      Map.of(
          AssessmentAddresses.SESSION_BEGIN, json -> BeginLogin.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_TAKE, json -> TakeLogin.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_CREATE, json -> CreateSession.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_GET, json -> SessionRequest.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_END, json -> SessionRequest.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_ORGANISER, json -> SessionRequest.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_CLAIM, json -> ClaimTeam.fromJson(json).toJson(),
          AssessmentAddresses.SESSION_LEAVE, json -> LeaveTeam.fromJson(json).toJson());

  private static final Map<String, UnaryOperator<JsonObject>> REPLIES =
      Map.ofEntries(
          Map.entry(AssessmentAddresses.TEAM_CREATE, j -> TeamCreated.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_GET, j -> Team.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_UPDATE, j -> Team.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.ORGANISER_ROTATE, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ORGANISER_RECOVER, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_OPEN, j -> RoundOpened.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_LIST, GoldenMessageTest::roundList),
          Map.entry(AssessmentAddresses.ROUND_GET, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_UPDATE, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.ROUND_CLOSE, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_REOPEN, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.MEMBER_ROTATE, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHARE_CREATE, j -> ShareCreated.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHARE_LIST, GoldenMessageTest::shareList),
          Map.entry(AssessmentAddresses.SHARE_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.COMMENT_UPDATE, j -> HideComment.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.PARTICIPATION_GET, j -> Participation.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TICKET_DRAW, j -> TicketDrawn.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHEET_SUBMIT, j -> SheetAccepted.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_BEGIN, j -> LoginBegun.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_TAKE, j -> LoginTaken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_CREATE, j -> SessionCreated.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_GET, j -> SessionState.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_END, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.SESSION_ORGANISER, j -> SessionToken.fromJson(j).toJson()),
          Map.entry(
              AssessmentAddresses.SESSION_CLAIM, j -> SessionState.OwnTeam.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SESSION_LEAVE, j -> new JsonObject()));

  private static JsonObject roundList(JsonObject json) {
    Round only = Round.fromJson(json.getJsonArray("items").getJsonObject(0));
    return new JsonObject().put("items", new JsonArray().add(only.toJson()));
  }

  private static JsonObject shareList(JsonObject json) {
    Share only = Share.fromJson(json.getJsonArray("items").getJsonObject(0));
    return new JsonObject().put("items", new JsonArray().add(only.toJson()));
  }

  @Test
  void everyAddressHasAGoldenMessage() {
    Set<String> expected = new HashSet<>(AssessmentAddresses.requests());
    expected.add(AssessmentAddresses.TURNOUT_HINT);
    assertEquals(
        expected,
        GoldenMessage.all().stream().map(GoldenMessage::address).collect(Collectors.toSet()));
  }

  @Test
  void everyFailureIsKnown() {
    GoldenMessage.all().stream()
        .filter(golden -> golden.failure() != null)
        .forEach(golden -> assertNotEquals(ErrorCode.UNKNOWN, golden.failure(), golden.name()));
    assertEquals(ErrorCode.UNKNOWN, ErrorCode.of("a-code-of-tomorrow"));
  }

  @TestFactory
  Stream<DynamicTest> repliesMapThereAndBack() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.reply() != null)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.reply(), REPLIES.get(golden.address()).apply(golden.reply()))));
  }

  @TestFactory
  Stream<DynamicTest> requestsMapThereAndBack() {
    Map<String, UnaryOperator<JsonObject>> requests = new HashMap<>(REQUESTS);
    requests.putAll(SESSION_REQUESTS);
    return GoldenMessage.all().stream()
        .filter(golden -> requests.containsKey(golden.address()))
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.request(),
                            requests.get(golden.address()).apply(golden.request()))));
  }

  @TestFactory
  Stream<DynamicTest> checkedRequestsHaveExactlyTheirFaults() {
    return GoldenMessage.all().stream()
        .filter(golden -> READERS.containsKey(golden.address()))
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () -> {
                      Faults faults = new Faults();
                      READERS.get(golden.address()).accept(golden.request(), faults);
                      assertEquals(golden.faults(), faults.list());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> receiversIgnoreWhatTheyDoNotKnow() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.reply() != null)
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.name(),
                    () ->
                        assertEquals(
                            golden.reply(),
                            REPLIES
                                .get(golden.address())
                                .apply(golden.reply().copy().put("ofTomorrow", 1)))));
  }

  @Test
  void everyKindOfTextFaultIsNamed() {
    List<List<String>> table =
        List.of(
            List.of("Noord\u0000zij", "malformed"),
            List.of("Noord\nzij", "malformed"),
            List.of("Noord\u202Ezij", "malformed"),
            List.of("half \uD83D pair", "malformed"),
            List.of("   ", "too-short"),
            List.of("x".repeat(81), "too-long"));
    for (List<String> row : table) {
      Faults faults = new Faults();
      CreateTeam.read(new JsonObject().put("name", row.get(0)), faults);
      assertEquals(1, faults.list().size(), row.get(0));
      assertEquals(row.get(1), faults.list().get(0).code(), row.get(0));
    }
    Faults none = new Faults();
    CreateTeam.read(new JsonObject().put("name", "\uD83D\uDE80".repeat(80)), none);
    assertTrue(none.isEmpty());
  }
}
