package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.session.SessionRequest;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.TeamCreated;
import dev.rolewise.assessment.identity.Owners;
import dev.rolewise.assessment.identity.Sessions;
import dev.rolewise.runtime.bus.BusCall;
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
  private final TeamChoices choices;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param capabilities tokens
   * @param sessions whoever is signed in owns the team
   * @param choices what a team can be told about itself
   */
  public CreateTeamOperation(
      Pool pool, Capabilities capabilities, Sessions sessions, TeamChoices choices) {
    this.pool = pool;
    this.capabilities = capabilities;
    this.sessions = sessions;
    this.choices = choices;
  }

  /**
   * Answers a request.
   *
   * @param message {@link CreateTeam}, with {@code session} beside it when somebody is signed in
   * @param call the request's id
   * @return {@link TeamCreated}; 401 when that session has ended, rather than a team without owner
   */
  public Future<JsonObject> handle(JsonObject message, BusCall call) {
    Faults faults = new Faults();
    CreateTeam request = CreateTeam.read(message, faults);
    return choices
        .check(request.locale(), request.context(), faults, call.requestId())
        .compose(fine -> start(request, message));
  }

  private Future<JsonObject> start(CreateTeam request, JsonObject message) {
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
