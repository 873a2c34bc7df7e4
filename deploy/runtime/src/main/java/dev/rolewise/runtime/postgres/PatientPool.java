package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

/**
 * A pool that does nothing for requests whose deadline has passed: neither while they wait for a
 * connection nor after that does the database work for somebody who has gone.
 */
record PatientPool(Pool pool) implements Pool {

  @Override
  public Future<SqlConnection> getConnection() {
    if (CallDeadline.hasPassed()) {
      return Future.failedFuture(BusFailure.unavailable());
    }
    return pool.getConnection()
        .compose(
            connection ->
                CallDeadline.hasPassed()
                    ? connection
                        .close()
                        .transform(done -> Future.failedFuture(BusFailure.unavailable()))
                    : Future.succeededFuture(connection));
  }

  @Override
  public Query<RowSet<Row>> query(String sql) {
    checkDeadline();
    return pool.query(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    checkDeadline();
    return pool.preparedQuery(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    checkDeadline();
    return pool.preparedQuery(sql, options);
  }

  @Override
  public int size() {
    return pool.size();
  }

  @Override
  public Future<Void> close() {
    return pool.close();
  }

  /** Thrown inside a handler, this fails the handler's future like any other refusal. */
  private static void checkDeadline() {
    if (CallDeadline.hasPassed()) {
      throw BusFailure.unavailable();
    }
  }
}
