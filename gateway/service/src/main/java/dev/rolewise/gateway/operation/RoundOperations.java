package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.BodyShape;
import dev.rolewise.gateway.request.JsonBody;
import dev.rolewise.gateway.request.RequestLocale;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Rounds: opening, following, closing, and the report. */
public final class RoundOperations {
  private static final BodyShape OPENING =
      BodyShape.of(
          "instrument", "size", "k", "deadline", "entry", "live", "memberResults", "newcomers");

  private static final String BUNDLE_FILE = "rolewise-report.bundle.json";

  private final Relay relay;
  private final Links links;
  private final Handler<RoutingContext> live;
  private final EntryLevels levels;

  /**
   * @param live answers with the turnout stream of the round in the path
   * @param levels how members can get in here
   */
  public RoundOperations(
      Relay relay, Links links, Handler<RoutingContext> live, EntryLevels levels) {
    this.relay = relay;
    this.links = links;
    this.live = live;
    this.levels = levels;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.post("openRound", "/rounds", this::open),
        Operation.get("listRounds", "/rounds", this::list),
        Operation.get("getRound", "/rounds/{id}", this::get),
        Operation.patch("updateRound", "/rounds/{id}", this::update),
        Operation.delete("deleteRound", "/rounds/{id}", this::delete),
        Operation.command(
            "closeRound", "/rounds/{id}/close", step(AssessmentAddresses.ROUND_CLOSE)),
        Operation.command(
            "reopenRound", "/rounds/{id}/reopen", step(AssessmentAddresses.ROUND_REOPEN)),
        Operation.get("watchRound", "/rounds/{id}/live", live),
        Operation.get("getTrend", "/trend", this::trend),
        Operation.get("getReport", "/rounds/{id}/report", this::report),
        Operation.get("getReportBundle", "/rounds/{id}/report.bundle.json", this::bundle),
        Operation.command(
            "rotateMember", "/rounds/{id}/member/rotate", step(AssessmentAddresses.MEMBER_ROTATE)));
  }

  private void open(RoutingContext context) {
    JsonObject token = new TokenRequest(BearerToken.of(context)).toJson();
    JsonObject round = levels.settle(JsonBody.required(context, OPENING));
    relay.change(context, AssessmentAddresses.ROUND_OPEN, round.mergeIn(token), 201, links::addTo);
  }

  private void list(RoutingContext context) {
    relay.read(
        context,
        AssessmentAddresses.ROUND_LIST,
        new TokenRequest(BearerToken.of(context)).toJson());
  }

  private void get(RoutingContext context) {
    relay.read(context, AssessmentAddresses.ROUND_GET, round(context));
  }

  private void update(RoutingContext context) {
    JsonObject round = round(context);
    JsonObject change = JsonBody.required(context, OPENING);
    relay.change(context, AssessmentAddresses.ROUND_UPDATE, change.mergeIn(round), 200);
  }

  private void delete(RoutingContext context) {
    relay.remove(context, AssessmentAddresses.ROUND_DELETE, round(context));
  }

  private void report(RoutingContext context) {
    ReportRequest request =
        new ReportRequest(
            BearerToken.of(context), context.pathParam("id"), RequestLocale.of(context));
    relay.document(context, AssessmentAddresses.REPORT_GET, request.toJson());
  }

  private void trend(RoutingContext context) {
    LocaleRequest request = new LocaleRequest(BearerToken.of(context), RequestLocale.of(context));
    relay.document(context, AssessmentAddresses.TREND_GET, request.toJson());
  }

  private void bundle(RoutingContext context) {
    relay.file(context, AssessmentAddresses.REPORT_BUNDLE_GET, round(context), BUNDLE_FILE);
  }

  private Handler<RoutingContext> step(String address) {
    return context -> relay.change(context, address, round(context), 200, links::addTo);
  }

  private static JsonObject round(RoutingContext context) {
    return new RoundRequest(BearerToken.of(context), context.pathParam("id")).toJson();
  }
}
