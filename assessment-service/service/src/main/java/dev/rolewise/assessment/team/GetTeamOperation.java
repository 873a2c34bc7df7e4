package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.team.Team;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

/** Shows the token's team. */
public final class GetTeamOperation {
  private final Pool pool;
  private final Rights rights;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   */
  public GetTeamOperation(Pool pool, Rights rights) {
    this.pool = pool;
    this.rights = rights;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return {@link Team}
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(right -> TeamStore.get(pool, right.team()))
        .map(Team::toJson);
  }
}
