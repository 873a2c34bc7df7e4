package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.session.ClaimTeam;
import dev.rolewise.assessment.contract.session.LeaveTeam;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.RequestLocale;
import dev.rolewise.gateway.session.AccessMode;
import dev.rolewise.gateway.session.SessionCookies;
import dev.rolewise.gateway.session.SessionGate;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** Signing in, what that is good for, and signing out; in mode links there is nothing of it. */
public final class SessionOperations {
  private final Relay relay;
  private final SessionGate gate;
  private final Optional<SignIn> signIn;

  /**
   * @param signIn the way to the issuer and back; empty where nobody signs in
   */
  public SessionOperations(Relay relay, SessionGate gate, Optional<SignIn> signIn) {
    this.relay = relay;
    this.gate = gate;
    this.signIn = signIn;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.get("getSession", "/session", this::get),
        Operation.delete("endSession", "/session", this::end),
        Operation.get("startSession", "/session/start", context -> way().start(context)),
        Operation.get("finishSession", "/session/callback", context -> way().finish(context)),
        Operation.command("claimTeam", "/session/teams", this::claim),
        Operation.delete("leaveTeam", "/session/teams/{id}", this::leave),
        Operation.command("organiseOwnTeam", "/session/teams/{id}/organiser", this::organiser));
  }

  private SignIn way() {
    return signIn.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private void get(RoutingContext context) {
    Optional<String> session =
        gate.mode().signsIn() ? SessionCookies.session(context) : Optional.empty();
    session
        .map(secret -> ask(context, AssessmentAddresses.SESSION_GET, SessionRequest.of(secret)))
        .orElseGet(() -> Future.failedFuture(ProblemException.of(ProblemCode.SIGN_IN_NEEDED)))
        .map(state -> state.put("signedIn", true))
        .recover(failure -> nobody(context, failure))
        .onSuccess(state -> answer(context, state.put("mode", gate.mode().word())))
        .onFailure(context::fail);
  }

  /** Nobody is signed in: that is an answer, not a failure; a cookie that is over goes. */
  private Future<JsonObject> nobody(RoutingContext context, Throwable failure) {
    boolean over = failure instanceof BusFailure refused && refused.status() == 401;
    if (!over && !(failure instanceof ProblemException)) {
      return Future.failedFuture(failure);
    }
    if (gate.mode().signsIn() && SessionCookies.carriesSession(context)) {
      SessionCookies.clear(context, SessionCookies.SESSION);
    }
    return Future.succeededFuture(
        new JsonObject().put("signedIn", false).putNull("ends").put("teams", new JsonArray()));
  }

  private void end(RoutingContext context) {
    SignIn way = way();
    String secret = gate.requiredForChange(context);
    ask(context, AssessmentAddresses.SESSION_END, SessionRequest.of(secret))
        .compose(ended -> way.signOutUrl())
        .onSuccess(
            url -> {
              SessionCookies.clear(context, SessionCookies.SESSION);
              answer(context, new JsonObject().put("signOutUrl", url));
            })
        .onFailure(context::fail);
  }

  private void organiser(RoutingContext context) {
    gate.requireSigningIn();
    String secret = gate.requiredForChange(context);
    relay.change(
        context,
        AssessmentAddresses.SESSION_ORGANISER,
        new SessionRequest(secret, context.pathParam("id")).toJson(),
        200);
  }

  private void claim(RoutingContext context) {
    gate.requireSigningIn();
    String secret = gate.requiredForChange(context);
    relay.change(
        context,
        AssessmentAddresses.SESSION_CLAIM,
        new ClaimTeam(secret, BearerToken.of(context)).toJson(),
        200);
  }

  /** Where organisers get in by links as well, a team can do without an owner. */
  private void leave(RoutingContext context) {
    gate.requireSigningIn();
    String secret = gate.requiredForChange(context);
    boolean lastMay = gate.mode() == AccessMode.BOTH;
    relay.remove(
        context,
        AssessmentAddresses.SESSION_LEAVE,
        new LeaveTeam(secret, context.pathParam("id"), lastMay).toJson());
  }

  private Future<JsonObject> ask(RoutingContext context, String address, SessionRequest request) {
    return relay.bus().json(relay.request(context, address, request.toJson()).retryingOnce());
  }

  private static void answer(RoutingContext context, JsonObject body) {
    context
        .response()
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .putHeader("content-language", RequestLocale.forgiving(context))
        .end(body.toBuffer());
  }
}
