package dev.rolewise.assessment.access;

import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds out what a token allows. Without a token the answer is 401; wrong, expired, revoked and
 * foreign ones get the same 404, so that nobody learns which of these it was.
 */
public final class Rights {
  private static final int LONGEST_TOKEN = 128;

  private final SqlClient database;
  private final Clock clock;

  /**
   * Looks in the given database.
   *
   * @param database pool on schema assessment
   * @param clock report links expire, and a token that was made for a session ends with it
   */
  public Rights(SqlClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Requires an organiser token.
   *
   * @param token bearer secret or null
   * @return the right; fails with 401 or 404
   */
  public Future<Right> organiser(String token) {
    return require(token, Set.of(Kind.ORGANISER));
  }

  /**
   * Requires a token of one of several kinds.
   *
   * @param token bearer secret or null
   * @param kinds what will do
   * @return the right; fails with 401 or 404
   */
  public Future<Right> require(String token, Set<Kind> kinds) {
    if (token == null) {
      return Future.failedFuture(BusFailure.unauthorized());
    }
    return find(token, kinds)
        .compose(
            right ->
                right
                    .filter(found -> kinds.contains(found.kind()))
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(BusFailure.notFound())));
  }

  /**
   * The id of a round in a request.
   *
   * @param id text from a message or null
   * @return the id; throws the same 404 as an unknown one
   */
  public static UUID roundId(String id) {
    return id(id);
  }

  /**
   * The id of anything in a request: one that is no id at all is as unknown as any other.
   *
   * @param id text from a message or null
   * @return the id; throws the same 404 as an unknown one
   */
  public static UUID id(String id) {
    try {
      UUID parsed = UUID.fromString(id == null ? "" : id);
      // the parser also takes shortened spellings; one thing has one spelling
      if (parsed.toString().equals(id)) {
        return parsed;
      }
    } catch (IllegalArgumentException notAnId) {
      // falls through to the same answer
    }
    throw BusFailure.notFound();
  }

  private Future<Optional<Right>> find(String token, Set<Kind> kinds) {
    Optional<String> code = CrockfordCode.normalise(token);
    if (code.isPresent()) {
      return kinds.contains(Kind.TICKET)
          ? ticket(Secrets.fingerprint(code.get()))
          : Future.succeededFuture(Optional.empty());
    }
    return token.length() > LONGEST_TOKEN
        ? Future.succeededFuture(Optional.empty())
        : capability(Secrets.fingerprint(token));
  }

  private Future<Optional<Right>> capability(byte[] hash) {
    return database
        // one question for all of them: a link that has expired takes as long as one that never was
        .preparedQuery(
            "/* assessment.right_of_token */ "
                + "select c.kind, c.team, c.round, false as comments, c.session, s.idle_minutes"
                + " from capability c left join session s on s.hash = c.session"
                + " where c.hash = $1"
                + " and (c.session is null or (s.idle_until > $2 and s.ends > $2))"
                + " union all select 'report', r.team, h.round, h.comments, null, null"
                + " from share h join round r on r.id = h.round"
                + " where h.hash = $1 and h.expires_at > $2")
        .execute(Tuple.of(Buffer.buffer(hash), clock.instant().atOffset(ZoneOffset.UTC)))
        .compose(
            rows -> {
              if (rows.size() == 0) {
                return Future.succeededFuture(Optional.empty());
              }
              Row row = rows.iterator().next();
              return row.getBuffer("session") == null
                  ? Future.succeededFuture(Optional.of(right(row)))
                  : touch(row).map(Optional.of(right(row)));
            });
  }

  /** Working with a session's token is using the session; a write at most once in five minutes. */
  private Future<Void> touch(Row row) {
    return database
        .preparedQuery(
            "/* assessment.right_touch_session */ "
                + "update session set idle_until = $2 where hash = $1 and idle_until < $2")
        .execute(
            Tuple.of(
                row.getBuffer("session"),
                SessionTimes.after(clock.instant(), row.getInteger("idle_minutes"))))
        .mapEmpty();
  }

  private Future<Optional<Right>> ticket(byte[] hash) {
    return database
        .preparedQuery(
            "/* assessment.right_of_ticket */ "
                + "select r.team, r.id as round, t.spent from ticket t join round r on r.id = t.round"
                + " where t.hash = $1")
        .execute(Tuple.of(Buffer.buffer(hash)))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(
                  new Right(
                      Kind.TICKET,
                      row.getUUID("team"),
                      row.getUUID("round"),
                      false,
                      row.getBoolean("spent")));
            });
  }

  private static Right right(Row row) {
    return new Right(
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getUUID("team"),
        row.getUUID("round"),
        row.getBoolean("comments"),
        false);
  }
}
