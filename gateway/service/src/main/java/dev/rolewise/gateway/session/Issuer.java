package dev.rolewise.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.oauth2.OAuth2Auth;
import io.vertx.ext.auth.oauth2.OAuth2AuthorizationURL;
import io.vertx.ext.auth.oauth2.OAuth2FlowType;
import io.vertx.ext.auth.oauth2.OAuth2Options;
import io.vertx.ext.auth.oauth2.Oauth2Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The organisation's issuer. Its description is read when somebody first signs in, and again every
 * hour, so that we start without it; its keys are read again when it signs with one we do not know.
 * No redirect is followed, as is the client's default and a rule of the house, and nothing but the
 * ID token's subject is used: not even the access token is kept.
 */
public final class Issuer {
  private static final Duration FRESH = Duration.ofHours(1);
  private static final long PATIENCE_SECONDS = 5;
  private static final int CONNECT_MILLIS = 2_000;

  /** The client's own queue has no end. */
  static final int MOST_UNDER_WAY = 64;

  private final Vertx vertx;
  private final IssuerSettings settings;
  private final Clock clock;
  private final HttpClientOptions options =
      new HttpClientOptions()
          .setConnectTimeout(CONNECT_MILLIS)
          .setIdleTimeout((int) PATIENCE_SECONDS)
          .setTrustAll(false)
          .setVerifyHost(true);
  // a field: a client that only a local variable holds is collected and closes its connections
  private final HttpClient http;
  private Future<Connection> connection;
  private Instant connected = Instant.MIN;
  private final AtomicInteger underWay = new AtomicInteger();

  private record Connection(IssuerDescription description, OAuth2Auth oauth) {}

  /** An issuer that nothing has been asked of yet. */
  public Issuer(Vertx vertx, IssuerSettings settings, Clock clock) {
    this.vertx = vertx;
    this.settings = settings;
    this.clock = clock;
    this.http = vertx.createHttpClient(options);
  }

  /**
   * The address at which somebody signs in.
   *
   * @param redirect our callback
   * @return the address; fails when the issuer cannot be reached or is not what it should be
   */
  public Future<String> authorizeUrl(
      String redirect, String state, String nonce, String challenge) {
    return connect()
        .map(
            it ->
                it.oauth()
                    .authorizeURL(
                        new OAuth2AuthorizationURL()
                            .setRedirectUri(redirect)
                            .setScopes(settings.scopes())
                            .setState(state)
                            .setCodeChallenge(challenge)
                            .setCodeChallengeMethod("S256")
                            .putAdditionalParameter("nonce", nonce)));
  }

  /**
   * Exchanges a code for the person it stands for.
   *
   * @param redirect our callback, as at the beginning
   * @param verifier that the challenge was made of
   * @param nonce that the ID token has to carry
   * @return fingerprint of issuer and subject; fails with {@link SignInRefused} when anything about
   *     it is wrong
   */
  public Future<String> identify(String code, String redirect, String verifier, String nonce) {
    if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
      underWay.decrementAndGet();
      return Future.failedFuture("too many are being signed in at the same time");
    }
    return exchange(code, redirect, verifier, nonce)
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .onComplete(done -> underWay.decrementAndGet());
  }

  private Future<String> exchange(String code, String redirect, String verifier, String nonce) {
    return connect()
        .compose(
            it ->
                it.oauth()
                    .authenticate(
                        new Oauth2Credentials()
                            .setFlow(OAuth2FlowType.AUTH_CODE)
                            .setCode(code)
                            .setRedirectUri(redirect)
                            .setCodeVerifier(verifier))
                    .map(user -> user.principal().getString("id_token", ""))
                    .recover(SignInRefused::because)
                    .compose(token -> claims(it, token))
                    .map(
                        claims ->
                            IdToken.identity(
                                claims,
                                it.description().issuer(),
                                settings.clientId(),
                                nonce,
                                clock.instant())));
  }

  /**
   * Whether an answer can come from this issuer, by what RFC 9207 adds to it.
   *
   * @param named the answer's {@code iss}, or null
   */
  public Future<Boolean> isNamed(String named) {
    return named == null
        ? Future.succeededFuture(true)
        : connect().map(it -> it.description().issuer().equals(named));
  }

  /** Where somebody signs out at the issuer too; null when it has no such place. */
  public Future<String> signOutUrl(String back) {
    return connect()
        .map(it -> it.description().signOut(settings.clientId(), back))
        .otherwise((String) null);
  }

  /** Ends what is open. */
  public Future<Void> close() {
    return http.close();
  }

  /**
   * The library verifies the signature with the issuer's keys; with one we do not know yet we get
   * them anew, once.
   */
  private Future<JsonObject> claims(Connection it, String token) {
    if (!IdToken.isSigned(token)) {
      return SignInRefused.because("the issuer sent no signed ID token");
    }
    return verified(it, token)
        .recover(failure -> renew(it).compose(renewed -> verified(renewed, token)))
        .recover(SignInRefused::because);
  }

  private static Future<JsonObject> verified(Connection it, String token) {
    return it.oauth()
        .authenticate(new TokenCredentials(token))
        .map(user -> user.attributes().getJsonObject("accessToken"))
        .compose(
            claims ->
                claims == null
                    ? SignInRefused.because("the ID token could not be verified")
                    : Future.succeededFuture(claims));
  }

  private synchronized Future<Connection> connect() {
    boolean fresh = clock.instant().isBefore(connected.plus(FRESH));
    if (connection == null || connection.failed() || connection.succeeded() && !fresh) {
      connected = clock.instant();
      connection =
          fetch(settings.address() + "/.well-known/openid-configuration")
              .map(json -> IssuerDescription.read(json, settings.address()))
              .compose(this::open)
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    return connection;
  }

  private Future<Connection> renew(Connection before) {
    return open(before.description()).onSuccess(this::replace);
  }

  private synchronized void replace(Connection renewed) {
    connection = Future.succeededFuture(renewed);
  }

  private Future<Connection> open(IssuerDescription description) {
    return fetch(description.keys())
        .map(
            keys ->
                new Connection(
                    description,
                    OAuth2Auth.create(vertx, options(description, SigningKeys.of(keys)))));
  }

  private Future<JsonObject> fetch(String url) {
    return http.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(url))
        .compose(request -> request.putHeader("accept", "application/json").send())
        .compose(
            response ->
                response.statusCode() == 200
                    ? response.body().map(body -> body.toJsonObject())
                    : Future.failedFuture("the issuer answered with " + response.statusCode()));
  }

  private OAuth2Options options(IssuerDescription description, List<JsonObject> keys) {
    return new OAuth2Options()
        .setSite(settings.address().toString())
        .setClientId(settings.clientId())
        .setClientSecret(settings.clientSecret().reveal())
        // form fields have one encoding, Basic has two that differ for odd characters
        .setUseBasicAuthorization(!description.takesSecretInForm())
        .setAuthorizationPath(description.authorization())
        .setTokenPath(description.token())
        .setJwks(keys)
        .setJWTOptions(
            new JWTOptions().setIssuer(description.issuer()).setLeeway(IdToken.SKEW_SECONDS))
        .setHttpClientOptions(options);
  }
}
