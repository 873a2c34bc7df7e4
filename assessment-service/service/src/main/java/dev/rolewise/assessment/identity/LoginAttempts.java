package dev.rolewise.assessment.identity;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.session.BeginLogin;
import dev.rolewise.assessment.contract.session.LoginBegun;
import dev.rolewise.assessment.contract.session.LoginTaken;
import dev.rolewise.assessment.contract.session.TakeLogin;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * What has to be remembered between leaving for the issuer and coming back. An attempt belongs to
 * the browser that holds its cookie, lives ten minutes, and is gone with the first callback,
 * whatever that brings.
 */
public final class LoginAttempts {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Pool pool;
  private final Secrets secrets;
  private final Clock clock;

  /**
   * Wires both operations.
   *
   * @param pool database
   * @param secrets source of randomness
   * @param clock when attempts end
   */
  public LoginAttempts(Pool pool, Secrets secrets, Clock clock) {
    this.pool = pool;
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Begins an attempt.
   *
   * @param message {@link BeginLogin}
   * @return {@link LoginBegun}
   */
  public Future<JsonObject> begin(JsonObject message) {
    String verifier = secrets.token();
    LoginBegun begun =
        new LoginBegun(secrets.token(), secrets.token(), secrets.token(), challenge(verifier));
    return pool.preparedQuery(
            "/* assessment.login_begin */ "
                + "insert into login_attempt (hash, state_digest, nonce, verifier, return_to, ends)"
                + " values ($1, $2, $3, $4, $5, $6)")
        .execute(
            Tuple.of(
                fingerprint(begun.attempt()),
                fingerprint(begun.state()),
                begun.nonce(),
                verifier,
                BeginLogin.fromJson(message).returnTo(),
                clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC)))
        .map(begun.toJson());
  }

  /**
   * Takes an attempt: it is gone from here on.
   *
   * @param message {@link TakeLogin}
   * @return {@link LoginTaken}; 404 unless the state is the attempt's own and it has not ended
   */
  public Future<JsonObject> take(JsonObject message) {
    TakeLogin request = TakeLogin.fromJson(message);
    return pool.preparedQuery(
            "/* assessment.login_take */ "
                + "delete from login_attempt where hash = $1"
                + " returning state_digest, nonce, verifier, return_to, ends")
        .execute(Tuple.of(fingerprint(request.attempt())))
        .compose(
            rows ->
                rows.size() == 1 && fits(rows.iterator().next(), request.state())
                    ? Future.succeededFuture(taken(rows.iterator().next()).toJson())
                    : Refusal.of(ErrorCode.NOT_FOUND));
  }

  private boolean fits(Row row, String state) {
    return MessageDigest.isEqual(
            row.getBuffer("state_digest").getBytes(), Secrets.fingerprint(state))
        && row.getOffsetDateTime("ends").toInstant().isAfter(clock.instant());
  }

  private static LoginTaken taken(Row row) {
    return new LoginTaken(
        row.getString("nonce"), row.getString("verifier"), row.getString("return_to"));
  }

  /** RFC 7636: S256. */
  private static String challenge(String verifier) {
    byte[] digest = Secrets.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private static Buffer fingerprint(String secret) {
    return Buffer.buffer(Secrets.fingerprint(secret));
  }
}
