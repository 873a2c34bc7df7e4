package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

/** Deletes the token's team with everything that belongs to it, at once. */
public final class DeleteTeamOperation {
  private final Pool pool;
  private final Rights rights;
  private final TurnoutHints hints;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param hints told about each round that goes
   */
  public DeleteTeamOperation(Pool pool, Rights rights, TurnoutHints hints) {
    this.pool = pool;
    this.rights = rights;
    this.hints = hints;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return an empty object
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(
            right ->
                pool.withTransaction(transaction -> TeamStore.delete(transaction, right.team())))
        .map(
            hintsAboutRounds -> {
              hintsAboutRounds.forEach(hints::publish);
              return new JsonObject();
            });
  }
}
