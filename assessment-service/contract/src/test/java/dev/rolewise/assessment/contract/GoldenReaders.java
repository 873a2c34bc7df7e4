package dev.rolewise.assessment.contract;

import dev.rolewise.assessment.contract.action.Action;
import dev.rolewise.assessment.contract.action.ActionRequest;
import dev.rolewise.assessment.contract.action.WriteAction;
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
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** How each message of this version is read, for tests that hold messages against it. */
final class GoldenReaders {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  /** Reads a request the way the service does, noting faults. */
  static final Map<String, BiConsumer<JsonObject, Faults>> CHECKED =
      Map.of(
          AssessmentAddresses.TEAM_CREATE, CreateTeam::read,
          AssessmentAddresses.TEAM_UPDATE,
              (json, faults) -> UpdateTeam.read(json, TeamContext.empty(), faults),
          AssessmentAddresses.ORGANISER_RECOVER, RecoverOrganiser::read,
          AssessmentAddresses.ROUND_OPEN, (json, faults) -> OpenRound.read(json, 500, NOW, faults),
          AssessmentAddresses.ROUND_UPDATE,
              (json, faults) -> UpdateRound.read(json, 500, NOW, faults),
          AssessmentAddresses.SHARE_CREATE, (json, faults) -> CreateShare.read(json, NOW, faults),
          AssessmentAddresses.COMMENT_UPDATE, HideComment::read,
          AssessmentAddresses.ACTION_CREATE,
              (json, faults) -> WriteAction.read(json, WriteAction.NEW, faults));

  /** Requests that map there and back without loss. */
  private static final Map<String, UnaryOperator<JsonObject>> REQUESTS =
      Map.ofEntries(
          Map.entry(AssessmentAddresses.TEAM_DELETE, j -> TokenRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_GET, j -> RoundRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHARE_DELETE, j -> ShareRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ACTION_DELETE, j -> ActionRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.REPORT_GET, j -> ReportRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.REPORT_BUNDLE_GET, j -> RoundRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.REPORT_CSV_GET, j -> ReportRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.REPORT_XLSX_GET, j -> ReportRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.REPORT_PDF_GET, j -> ReportRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TREND_GET, j -> LocaleRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.PARTICIPATION_GET, j -> LocaleRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.PRIVACY_GET, j -> LocaleRequest.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHEET_SUBMIT, j -> SubmitSheet.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TURNOUT_HINT, j -> TurnoutHint.fromJson(j).toJson()));

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

  static final Map<String, UnaryOperator<JsonObject>> REPLIES =
      Map.ofEntries(
          Map.entry(AssessmentAddresses.TEAM_CREATE, j -> TeamCreated.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_GET, j -> Team.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_UPDATE, j -> Team.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.TEAM_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.ORGANISER_ROTATE, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ORGANISER_RECOVER, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_OPEN, j -> RoundOpened.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_LIST, GoldenReaders::roundList),
          Map.entry(AssessmentAddresses.ROUND_GET, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_UPDATE, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.ROUND_CLOSE, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ROUND_REOPEN, j -> Round.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.MEMBER_ROTATE, j -> NewToken.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHARE_CREATE, j -> ShareCreated.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.SHARE_LIST, GoldenReaders::shareList),
          Map.entry(AssessmentAddresses.SHARE_DELETE, j -> new JsonObject()),
          Map.entry(AssessmentAddresses.ACTION_CREATE, j -> Action.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ACTION_LIST, GoldenReaders::actionList),
          Map.entry(AssessmentAddresses.ACTION_UPDATE, j -> Action.fromJson(j).toJson()),
          Map.entry(AssessmentAddresses.ACTION_DELETE, j -> new JsonObject()),
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

  private static JsonObject actionList(JsonObject json) {
    Action only = Action.fromJson(json.getJsonArray("items").getJsonObject(0));
    return new JsonObject().put("items", new JsonArray().add(only.toJson()));
  }

  private static JsonObject shareList(JsonObject json) {
    Share only = Share.fromJson(json.getJsonArray("items").getJsonObject(0));
    return new JsonObject().put("items", new JsonArray().add(only.toJson()));
  }

  private GoldenReaders() {}

  /** Requests that map there and back without loss, by address. */
  static Map<String, UnaryOperator<JsonObject>> requests() {
    Map<String, UnaryOperator<JsonObject>> requests = new HashMap<>(REQUESTS);
    requests.putAll(SESSION_REQUESTS);
    return requests;
  }
}
