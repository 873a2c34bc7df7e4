package dev.rolewise.assessment.identity;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.session.CreateSession;
import dev.rolewise.assessment.contract.session.SessionCreated;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.assessment.contract.session.SessionState;
import dev.rolewise.assessment.contract.session.SessionToken;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.HexFormat;
import java.util.UUID;

/** What can be done with a session: start one, look, end it, work as organiser of an own team. */
public final class SessionOperations {
  private static final int FINGERPRINT_DIGITS = 64;

  private final Pool pool;
  private final Sessions sessions;
  private final Capabilities capabilities;

  /**
   * Wires the operations.
   *
   * @param pool database
   * @param sessions the session table
   * @param capabilities tokens
   */
  public SessionOperations(Pool pool, Sessions sessions, Capabilities capabilities) {
    this.pool = pool;
    this.sessions = sessions;
    this.capabilities = capabilities;
  }

  /**
   * Starts a session; the one before it in the same browser ends.
   *
   * @param message {@link CreateSession}
   * @return {@link SessionCreated}
   */
  public Future<JsonObject> create(JsonObject message) {
    CreateSession request = CreateSession.fromJson(message);
    if (request.identity().length() != FINGERPRINT_DIGITS
        || !request.identity().matches("[0-9a-f]*")) {
      return Refusal.of("/identity", FaultCode.MALFORMED);
    }
    Buffer fingerprint = Buffer.buffer(HexFormat.of().parseHex(request.identity()));
    return pool.withTransaction(
            transaction ->
                sessions
                    .end(transaction, request.replaces())
                    .compose(ended -> sessions.create(transaction, request, fingerprint)))
        .map(SessionCreated::toJson);
  }

  /**
   * Says what a session is good for, which also counts as using it.
   *
   * @param message {@link SessionRequest}
   * @return {@link SessionState}
   */
  public Future<JsonObject> get(JsonObject message) {
    return sessions
        .require(pool, SessionRequest.fromJson(message).session())
        .compose(session -> sessions.touch(pool, session))
        .compose(
            session ->
                Owners.teams(pool, session.identity())
                    .map(teams -> new SessionState(session.ends().toString(), teams).toJson()));
  }

  /**
   * Ends a session.
   *
   * @param message {@link SessionRequest}
   * @return an empty object
   */
  public Future<JsonObject> end(JsonObject message) {
    return sessions
        .end(pool, SessionRequest.fromJson(message).session())
        .map(ended -> new JsonObject());
  }

  /**
   * Makes an organiser token that dies with the session, so that everything else keeps its one way
   * of checking rights.
   *
   * @param message {@link SessionRequest} with a team
   * @return {@link SessionToken}; 404 when the identity does not own such a team
   */
  public Future<JsonObject> organiser(JsonObject message) {
    SessionRequest request = SessionRequest.fromJson(message);
    return sessions
        .require(pool, request.session())
        .compose(session -> sessions.touch(pool, session))
        .compose(
            session -> {
              UUID team = Rights.roundId(request.team());
              return pool.withTransaction(
                  transaction ->
                      Owners.owns(transaction, team, session.identity())
                          .compose(
                              owns ->
                                  owns
                                      ? capabilities.forSession(transaction, team, session.hash())
                                      : Future.failedFuture(BusFailure.notFound())));
            })
        .map(token -> new SessionToken(token).toJson());
  }
}
