package dev.rolewise.assessment.share;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.share.ShareRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** Withdraws a report link; it dies at once. */
public final class DeleteShareOperation {
  private final Pool pool;
  private final Rights rights;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param clock one that has expired is as unknown as any other
   */
  public DeleteShareOperation(Pool pool, Rights rights, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link ShareRequest} of an organiser
   * @return an empty object; 404 for a share that the team does not have
   */
  public Future<JsonObject> handle(JsonObject message) {
    ShareRequest request = ShareRequest.fromJson(message);
    return rights
        .organiser(request.token())
        .compose(
            right ->
                ShareStore.delete(pool, right.team(), Rights.id(request.share()), clock.instant()))
        .compose(
            deleted ->
                deleted
                    ? Future.succeededFuture(new JsonObject())
                    : Refusal.of(ErrorCode.NOT_FOUND));
  }
}
