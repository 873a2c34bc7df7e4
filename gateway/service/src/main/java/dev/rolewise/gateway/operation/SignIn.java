package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.session.BeginLogin;
import dev.rolewise.assessment.contract.session.CreateSession;
import dev.rolewise.assessment.contract.session.LoginBegun;
import dev.rolewise.assessment.contract.session.LoginTaken;
import dev.rolewise.assessment.contract.session.SessionCreated;
import dev.rolewise.assessment.contract.session.TakeLogin;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import dev.rolewise.gateway.session.AccessSettings;
import dev.rolewise.gateway.session.Issuer;
import dev.rolewise.gateway.session.ReturnPath;
import dev.rolewise.gateway.session.SessionCookies;
import dev.rolewise.gateway.session.SignInRefused;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the issuer and back: code flow with PKCE, state and nonce, all kept by the service.
 */
public final class SignIn {
  /** Our callback, below the public address. */
  public static final String CALLBACK = ApiRouter.PREFIX + "/session/callback";

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final Duration LONG = Duration.ofSeconds(3);

  /** A link or the address bar; another site may not send people off to sign in. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Relay relay;
  private final AccessSettings access;
  private final Issuer issuer;
  private final Supplier<String> publicUrl;

  /**
   * @param publicUrl where browsers find us
   */
  public SignIn(Relay relay, AccessSettings access, Issuer issuer, Supplier<String> publicUrl) {
    this.relay = relay;
    this.access = access;
    this.issuer = issuer;
    this.publicUrl = publicUrl;
  }

  /** Sends the browser to the issuer. */
  void start(RoutingContext context) {
    List<String> sites = context.request().headers().getAll("sec-fetch-site");
    if (!sites.isEmpty() && !(sites.size() == 1 && OWN.contains(sites.get(0)))) {
      throw ProblemException.of(ProblemCode.CROSS_SITE);
    }
    BeginLogin request = new BeginLogin(ReturnPath.of(context));
    ask(context, AssessmentAddresses.SESSION_BEGIN, request.toJson())
        .map(LoginBegun::fromJson)
        .compose(
            begun ->
                issuer
                    .authorizeUrl(callback(), begun.state(), begun.nonce(), begun.challenge())
                    .recover(SignIn::away)
                    .onSuccess(
                        url -> SessionCookies.startLogin(context, begun.state(), begun.attempt())))
        .onSuccess(url -> seeOther(context, url))
        .onFailure(context::fail);
  }

  /**
   * Takes what the issuer sends back; whatever comes of it, the attempt is over. What names no
   * attempt of this browser ends none either: another tab may be on its way.
   */
  void finish(RoutingContext context) {
    String state = only(context, "state");
    String attempt = SessionCookies.login(context, state).orElseThrow(SignIn::failed);
    SessionCookies.endLogin(context, state);
    ask(context, AssessmentAddresses.SESSION_TAKE, new TakeLogin(attempt, state).toJson())
        .recover(SignIn::unknownAttempt)
        .map(LoginTaken::fromJson)
        .compose(taken -> identify(context, taken).compose(who -> session(context, who, taken)))
        .onComplete(ended -> LoginMeters.ended(ended.cause()))
        .onSuccess(path -> seeOther(context, publicUrl.get() + path))
        .onFailure(context::fail);
  }

  Future<String> signOutUrl() {
    return issuer.signOutUrl(publicUrl.get() + "/");
  }

  private Future<String> identify(RoutingContext context, LoginTaken taken) {
    if (!context.queryParam("error").isEmpty()) {
      return Future.failedFuture(failed());
    }
    String code = only(context, "code");
    List<String> named = context.queryParam("iss");
    return issuer
        .isNamed(named.isEmpty() ? null : named.get(0))
        .compose(
            fits ->
                fits
                    ? issuer.identify(code, callback(), taken.verifier(), taken.nonce())
                    : Future.failedFuture(failed()))
        .recover(SignIn::away);
  }

  private Future<String> session(RoutingContext context, String identity, LoginTaken taken) {
    CreateSession request =
        new CreateSession(
            identity,
            (int) access.idle().toMinutes(),
            (int) access.absolute().toMinutes(),
            SessionCookies.session(context).orElse(null));
    return ask(context, AssessmentAddresses.SESSION_CREATE, request.toJson())
        .map(SessionCreated::fromJson)
        .map(
            created -> {
              SessionCookies.startSession(context, created.session());
              return taken.returnTo();
            });
  }

  private String callback() {
    return publicUrl.get() + CALLBACK;
  }

  private Future<JsonObject> ask(RoutingContext context, String address, JsonObject body) {
    return relay.bus().json(relay.request(context, address, body).within(LONG));
  }

  private static void seeOther(RoutingContext context, String place) {
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, place)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }

  private static String only(RoutingContext context, String name) {
    List<String> values = context.queryParam(name);
    if (values.size() != 1 || values.get(0).isBlank()) {
      throw failed();
    }
    return values.get(0);
  }

  private static <T> Future<T> unknownAttempt(Throwable failure) {
    return Future.failedFuture(
        failure instanceof BusFailure refused && refused.status() == 404 ? failed() : failure);
  }

  /** A refusal is the end of the attempt; an issuer that is away may be back soon. */
  private static <T> Future<T> away(Throwable failure) {
    if (failure instanceof ProblemException) {
      return Future.failedFuture(failure);
    }
    if (failure instanceof SignInRefused) {
      LOG.warn("Somebody could not be signed in: {}", failure.getMessage());
      return Future.failedFuture(failed());
    }
    LOG.warn("The issuer cannot be used: {}", failure.toString());
    return Future.failedFuture(BusFailure.unavailable());
  }

  private static ProblemException failed() {
    return ProblemException.of(ProblemCode.SIGN_IN_FAILED);
  }
}
