package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

/** Lists the rounds of the token's team, oldest first. */
public final class ListRoundsOperation {
  private final Pool pool;
  private final Rights rights;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   */
  public ListRoundsOperation(Pool pool, Rights rights) {
    this.pool = pool;
    this.rights = rights;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return {@code {items: [round]}}
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(right -> RoundStore.ofTeam(pool, right.team()))
        .map(
            rounds -> {
              JsonArray items = new JsonArray();
              rounds.forEach(round -> items.add(round.toMessage().toJson()));
              return new JsonObject().put("items", items);
            });
  }
}
