package dev.rolewise.assessment.share;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.contract.message.TokenRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;

/** Lists the living report links of the token's team, without their secrets. */
public final class ListSharesOperation {
  private final Pool pool;
  private final Rights rights;
  private final Clock clock;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param clock tells which have expired
   */
  public ListSharesOperation(Pool pool, Rights rights, Clock clock) {
    this.pool = pool;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * Answers a request.
   *
   * @param message {@link TokenRequest} of an organiser
   * @return {@code {items: [share]}}
   */
  public Future<JsonObject> handle(JsonObject message) {
    return rights
        .organiser(TokenRequest.tokenOf(message))
        .compose(right -> ShareStore.ofTeam(pool, right.team(), clock.instant()))
        .map(
            shares -> {
              JsonArray items = new JsonArray();
              shares.forEach(share -> items.add(share.toJson()));
              return new JsonObject().put("items", items);
            });
  }
}
