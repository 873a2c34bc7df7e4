package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.TeamContext;
import dev.rolewise.assessment.contract.team.UpdateTeam;
import dev.rolewise.runtime.bus.BusCall;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;

/** Changes the token's team. */
public final class UpdateTeamOperation {
  private final Pool pool;
  private final Rights rights;
  private final TeamChoices choices;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param choices what a team can be told about itself
   */
  public UpdateTeamOperation(Pool pool, Rights rights, TeamChoices choices) {
    this.pool = pool;
    this.rights = rights;
    this.choices = choices;
  }

  /**
   * Answers a request.
   *
   * @param message {@link UpdateTeam} of an organiser
   * @param call the request's id
   * @return {@link Team}
   */
  public Future<JsonObject> handle(JsonObject message, BusCall call) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(right -> chosen(message, call).map(right))
        .compose(
            right ->
                pool.withTransaction(
                    transaction ->
                        TeamStore.lock(transaction, right.team())
                            .compose(team -> update(transaction, team, message))))
        .map(Team::toJson);
  }

  /** Before the transaction: no connection waits for another service. */
  private Future<Void> chosen(JsonObject message, BusCall call) {
    Faults faults = new Faults();
    UpdateTeam request = UpdateTeam.read(message, TeamContext.empty(), faults);
    return choices.check(request.locale(), request.context(), faults, call.requestId());
  }

  private static Future<Team> update(SqlClient transaction, Team before, JsonObject message) {
    Faults faults = new Faults();
    UpdateTeam request = UpdateTeam.read(message, before.context(), faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    Team after =
        new Team(
            before.id(),
            request.name() == null ? before.name() : request.name(),
            request.locale() == null ? before.locale() : request.locale(),
            request.context());
    return TeamStore.update(transaction, after);
  }
}
