package dev.rolewise.assessment.round;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.round.RoundRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.function.BiFunction;

/** Lets an organiser at one round of the token's own team. */
public final class RoundAccess {
  private final Pool pool;
  private final Rights rights;

  /**
   * Looks in the given database.
   *
   * @param pool database
   * @param rights who may
   */
  public RoundAccess(Pool pool, Rights rights) {
    this.pool = pool;
    this.rights = rights;
  }

  /**
   * Reads the round a request names.
   *
   * @param message {@link RoundRequest} of an organiser
   * @return the round; fails with 401 or 404
   */
  public Future<StoredRound> read(JsonObject message) {
    RoundRequest request = RoundRequest.fromJson(message);
    return rights
        .organiser(request.token())
        .compose(right -> RoundStore.get(pool, right.team(), Rights.roundId(request.round())));
  }

  /**
   * Works on the round a request names, with the round locked.
   *
   * @param message {@link RoundRequest} of an organiser
   * @param work gets the transaction and the round
   * @return what the work answers; fails with 401 or 404
   * @param <T> type of the answer
   */
  public <T> Future<T> locked(
      JsonObject message, BiFunction<SqlConnection, StoredRound, Future<T>> work) {
    RoundRequest request = RoundRequest.fromJson(message);
    return rights.organiser(request.token()).compose(right -> locked(request, right, work));
  }

  private <T> Future<T> locked(
      RoundRequest request, Right right, BiFunction<SqlConnection, StoredRound, Future<T>> work) {
    return pool.withTransaction(
        transaction ->
            RoundStore.lock(transaction, right.team(), Rights.roundId(request.round()))
                .compose(round -> work.apply(transaction, round)));
  }
}
