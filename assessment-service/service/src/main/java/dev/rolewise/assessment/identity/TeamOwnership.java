package dev.rolewise.assessment.identity;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.session.ClaimTeam;
import dev.rolewise.assessment.contract.session.LeaveTeam;
import dev.rolewise.assessment.contract.session.SessionState.OwnTeam;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;

/** Making a team that one holds the link of one's own, and giving it up again. */
public final class TeamOwnership {
  private final Pool pool;
  private final Sessions sessions;
  private final Capabilities capabilities;

  /**
   * Wires both operations.
   *
   * @param pool database
   * @param sessions the session table
   * @param capabilities tokens
   */
  public TeamOwnership(Pool pool, Sessions sessions, Capabilities capabilities) {
    this.pool = pool;
    this.sessions = sessions;
    this.capabilities = capabilities;
  }

  /**
   * Makes whoever is signed in an owner. The link goes on working: it is no less a right than
   * before. A token that was made for a session does not do, because what ends with a session must
   * not turn into something that stays.
   *
   * @param message {@link ClaimTeam}
   * @return {@link OwnTeam}; 401 without a token, 404 unless it is that of an organiser link
   */
  public Future<JsonObject> claim(JsonObject message) {
    ClaimTeam request = ClaimTeam.fromJson(message);
    return sessions
        .require(pool, request.session())
        .compose(session -> sessions.touch(pool, session))
        .compose(
            session ->
                request.token() == null
                    ? Future.failedFuture(BusFailure.unauthorized())
                    : pool.withTransaction(
                        transaction ->
                            capabilities
                                .teamOfOrganiserLink(transaction, request.token())
                                .compose(
                                    team ->
                                        team.map(id -> own(transaction, id, session))
                                            .orElseGet(TeamOwnership::unknown))))
        .map(OwnTeam::toJson);
  }

  /**
   * Gives up a team; tokens made for this identity's sessions go at once, on every device.
   *
   * @param message {@link LeaveTeam}
   * @return an empty object; 404 when it is no team of theirs, 409 when nobody could get in any
   *     more
   */
  public Future<JsonObject> leave(JsonObject message) {
    LeaveTeam request = LeaveTeam.fromJson(message);
    return sessions
        .require(pool, request.session())
        .compose(session -> sessions.touch(pool, session))
        .compose(
            session -> {
              UUID team = Rights.id(request.team());
              return pool.withTransaction(
                  transaction -> leave(transaction, team, session, request.lastMay()));
            })
        .map(gone -> new JsonObject());
  }

  private static Future<OwnTeam> own(SqlClient transaction, UUID team, LiveSession session) {
    return Owners.add(transaction, team, session.identity())
        .compose(owned -> Owners.team(transaction, team));
  }

  /** The lock on the team keeps two owners who go at once from leaving none. */
  private Future<Void> leave(
      SqlClient transaction, UUID team, LiveSession session, boolean lastMay) {
    return Owners.lock(transaction, team)
        .compose(owners -> check(owners.contains(session.identity()), ErrorCode.NOT_FOUND, owners))
        .compose(owners -> check(lastMay || owners.size() > 1, ErrorCode.LAST_OWNER, owners))
        .compose(owners -> Owners.remove(transaction, team, session.identity()))
        .compose(gone -> capabilities.endSessions(transaction, team, session.identity()));
  }

  private static <T> Future<T> check(boolean right, ErrorCode otherwise, T value) {
    return right ? Future.succeededFuture(value) : Refusal.of(otherwise);
  }

  private static <T> Future<T> unknown() {
    return Refusal.of(ErrorCode.NOT_FOUND);
  }
}
