package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.message.TokenRequest;
import dev.rolewise.assessment.contract.team.NewToken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;

/** Replaces the organiser token; the old one dies at once. */
public final class RotateOrganiserOperation {
  private final Pool pool;
  private final Rights rights;
  private final Capabilities capabilities;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param capabilities tokens
   */
  public RotateOrganiserOperation(Pool pool, Rights rights, Capabilities capabilities) {
    this.pool = pool;
    this.rights = rights;
    this.capabilities = capabilities;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return {@link NewToken} for the organiser
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(
            right ->
                pool.withTransaction(
                    transaction -> capabilities.organiser(transaction, right.team())))
        .map(token -> NewToken.organiser(token).toJson());
  }
}
