package dev.rolewise.assessment.deadline;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.Function;

/**
 * Keeps a chore to one process at a time: whoever holds PostgreSQL's advisory lock of that number,
 * which ends with the transaction, however that ends.
 */
public final class ChoreLock {
  private ChoreLock() {}

  /**
   * Does the work in a transaction, unless another process is at it.
   *
   * @param pool database
   * @param number of the lock, one per chore
   * @param work what to do
   * @param otherwise the answer when somebody else does it
   * @return what the work answered
   */
  public static <T> Future<T> whenFree(
      Pool pool, long number, Function<SqlConnection, Future<T>> work, T otherwise) {
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(
                    "/* assessment.chore_lock */ " + "select pg_try_advisory_xact_lock($1) as mine")
                .execute(Tuple.of(number))
                .compose(
                    rows ->
                        rows.iterator().next().getBoolean("mine")
                            ? work.apply(transaction)
                            : Future.succeededFuture(otherwise)));
  }

  /**
   * Asks the lock's transaction for nothing. PostgreSQL ends one that is idle for too long, and
   * with it the lock: a chore of many steps elsewhere does this between them.
   *
   * @param transaction the one that holds the lock
   * @return fails when the lock is lost: whoever holds it now goes on with the chore
   */
  public static Future<Void> keep(SqlConnection transaction) {
    return transaction.query("/* assessment.chore_keep_lock */ " + "select 1").execute().mapEmpty();
  }
}
