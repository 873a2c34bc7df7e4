package dev.rolewise.assessment.team;

import dev.rolewise.assessment.access.Capabilities;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.team.NewToken;
import dev.rolewise.assessment.contract.team.RecoverOrganiser;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/** Lets an organiser back in with the recovery code; the lost token dies at once. */
public final class RecoverOrganiserOperation {
  private final Pool pool;
  private final Capabilities capabilities;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param capabilities tokens
   */
  public RecoverOrganiserOperation(Pool pool, Capabilities capabilities) {
    this.pool = pool;
    this.capabilities = capabilities;
  }

  /**
   * Answers a request.
   *
   * @param message {@link RecoverOrganiser}
   * @return {@link NewToken} for the organiser; 404 for a wrong code
   */
  public Future<JsonObject> handle(JsonObject message) {
    Faults faults = new Faults();
    RecoverOrganiser request = RecoverOrganiser.read(message, faults);
    if (!faults.isEmpty()) {
      return Refusal.of(faults);
    }
    return pool.withTransaction(transaction -> recover(transaction, request.code()))
        .map(token -> NewToken.organiser(token).toJson());
  }

  private Future<String> recover(SqlConnection transaction, String code) {
    return capabilities
        .teamOfRecoveryCode(transaction, code)
        .compose(
            team ->
                team.isEmpty()
                    ? Future.failedFuture(BusFailure.notFound())
                    : capabilities.organiser(transaction, team.get()));
  }
}
