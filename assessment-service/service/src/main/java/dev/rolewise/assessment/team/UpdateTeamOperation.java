package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.UpdateTeam;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;

/** Changes the token's team. */
public final class UpdateTeamOperation {
  private final Pool pool;
  private final Rights rights;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   */
  public UpdateTeamOperation(Pool pool, Rights rights) {
    this.pool = pool;
    this.rights = rights;
  }

  /**
   * Answers a request.
   *
   * @param message {@link UpdateTeam} of an organiser
   * @return {@link Team}
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(
            right ->
                pool.withTransaction(
                    transaction ->
                        TeamStore.lock(transaction, right.team())
                            .compose(team -> update(transaction, team, message))))
        .map(Team::toJson);
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
