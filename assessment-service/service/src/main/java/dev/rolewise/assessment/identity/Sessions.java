package dev.rolewise.assessment.identity;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.access.SessionTimes;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.session.CreateSession;
import dev.rolewise.assessment.contract.session.SessionCreated;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The session table. A session gets its secret when it is made and keeps it: signing in again makes
 * another one, so that nobody can plant a secret before somebody signs in.
 */
public final class Sessions {
  private final Secrets secrets;
  private final Clock clock;

  /**
   * Makes sessions on the given clock.
   *
   * @param secrets source of randomness
   * @param clock when sessions end
   */
  public Sessions(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Starts a session, for an identity that may be new.
   *
   * @param transaction the caller's
   * @param request who, and for how long
   * @param fingerprint of the identity
   * @return the secret, told once
   */
  Future<SessionCreated> create(SqlClient transaction, CreateSession request, Buffer fingerprint) {
    String secret = secrets.token();
    OffsetDateTime ends = SessionTimes.after(clock.instant(), request.absoluteMinutes());
    return transaction
        // the update keeps the row from being swept away before the session hangs on it
        .preparedQuery(
            "/* assessment.identity_upsert */ "
                + "insert into identity (id, fingerprint) values ($1, $2)"
                + " on conflict (fingerprint) do update set fingerprint = excluded.fingerprint"
                + " returning id")
        .execute(Tuple.of(UUID.randomUUID(), fingerprint))
        .compose(
            rows ->
                transaction
                    .preparedQuery(
                        "/* assessment.session_insert */ "
                            + "insert into session (hash, identity, idle_minutes, idle_until, ends)"
                            + " values ($1, $2, $3, $4, $5)")
                    .execute(
                        Tuple.of(
                            hash(secret),
                            rows.iterator().next().getUUID("id"),
                            request.idleMinutes(),
                            SessionTimes.after(clock.instant(), request.idleMinutes()),
                            ends)))
        .map(new SessionCreated(secret, ends.toInstant().toString()));
  }

  /**
   * Requires a session that has not ended; writes nothing.
   *
   * @param client pool or transaction
   * @param secret the cookie's secret or null
   * @return the session; fails with 401 {@code sign-in-needed}
   */
  public Future<LiveSession> require(SqlClient client, String secret) {
    if (secret == null) {
      return Refusal.of(ErrorCode.SIGN_IN_NEEDED);
    }
    return client
        .preparedQuery(
            "/* assessment.session_get */ "
                + "select s.hash, s.identity, i.fingerprint, s.idle_minutes, s.ends from session s"
                + " join identity i on i.id = s.identity"
                + " where s.hash = $1 and s.idle_until > $2 and s.ends > $2")
        .execute(Tuple.of(hash(secret), now()))
        .compose(
            rows ->
                rows.size() == 0
                    ? Refusal.of(ErrorCode.SIGN_IN_NEEDED)
                    : Future.succeededFuture(live(rows.iterator().next())));
  }

  /**
   * Notes that a session is in use; a write at most once in five minutes.
   *
   * @param client pool or transaction
   * @param session a live session
   * @return the same
   */
  Future<LiveSession> touch(SqlClient client, LiveSession session) {
    return client
        .preparedQuery(
            "/* assessment.session_touch */ "
                + "update session set idle_until = $2 where hash = $1 and idle_until < $2")
        .execute(
            Tuple.of(session.hash(), SessionTimes.after(clock.instant(), session.idleMinutes())))
        .map(session);
  }

  /**
   * Ends a session with the organiser tokens that were made for it.
   *
   * @param client pool or transaction
   * @param secret the cookie's secret or null
   * @return when it is gone, also when there was none
   */
  Future<Void> end(SqlClient client, String secret) {
    return secret == null
        ? Future.succeededFuture()
        : client
            .preparedQuery(
                "/* assessment.session_delete */ " + "delete from session where hash = $1")
            .execute(Tuple.of(hash(secret)))
            .mapEmpty();
  }

  private static LiveSession live(Row row) {
    return new LiveSession(
        row.getBuffer("hash"),
        row.getUUID("identity"),
        row.getBuffer("fingerprint"),
        row.getInteger("idle_minutes"),
        row.getOffsetDateTime("ends").toInstant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Buffer hash(String secret) {
    return Buffer.buffer(Secrets.fingerprint(secret));
  }
}
