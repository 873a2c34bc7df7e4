package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.TeamCreated;
import dev.rolewise.assessment.identity.Owners;
import dev.rolewise.assessment.identity.Sessions;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.util.UUID;

/** Starts a team and hands its secrets to the organiser, once. */
public final class CreateTeamOperation {
  private final Pool pool;
  private final Capabilities capabilities;
  private final Sessions sessions;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param capabilities tokens
   * @param sessions whoever is signed in owns the team
   */
  public CreateTeamOperation(Pool pool, Capabilities capabilities, Sessions sessions) {
    this.pool = pool;
    this.capabilities = capabilities;
    this.sessions = sessions;
  }

  /**
   * Answers a request.
   *
   * @param message {@link CreateTeam}, with {@code session} beside it when somebody is signed in
   * @return {@link TeamCreated}; 401 when that session has ended, rather than a team without owner
   */
  public Future<JsonObject> handle(JsonObject message) {
    Faults faults = new Faults();
    CreateTeam request = CreateTeam.read(message, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    return pool.withTransaction(
        transaction ->
            TeamStore.insert(transaction, request)
                .compose(team -> own(transaction, team, message).map(team))
                .compose(
                    team ->
                        capabilities
                            .organiser(transaction, UUID.fromString(team.id()))
                            .compose(
                                token ->
                                    capabilities
                                        .recovery(transaction, UUID.fromString(team.id()))
                                        .map(
                                            code -> new TeamCreated(team, token, code).toJson()))));
  }

  private Future<Void> own(SqlClient transaction, Team team, JsonObject message) {
    return message.getValue("session") == null
        ? Future.succeededFuture()
        : sessions
            .require(transaction, SessionRequest.sessionOf(message))
            .compose(
                session -> Owners.add(transaction, UUID.fromString(team.id()), session.identity()));
  }
}
