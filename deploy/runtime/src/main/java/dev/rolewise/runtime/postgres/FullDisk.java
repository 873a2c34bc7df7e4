package dev.rolewise.runtime.postgres;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;

/**
 * Whether the disk of a database is full. Reading goes on as before, so nobody finds out by asking:
 * whoever could not store something says so, and from then on room is tried for until there is
 * some.
 */
public final class FullDisk implements Shareable {

  /** {@code disk_full}. */
  public static final String STATE = "53100";

  private static final String KEPT = "rolewise.full-disk";
  private static final long LONGEST_TRY_SECONDS = 5;

  private volatile boolean suspected;
  private volatile Runnable listener = () -> {};

  private FullDisk() {}

  static FullDisk of(Vertx vertx, String schema) {
    return vertx
        .sharedData()
        .<String, FullDisk>getLocalMap(KEPT)
        .computeIfAbsent(schema, first -> new FullDisk());
  }

  /**
   * A statement could not store what it had to, for want of room. To be called on a context of the
   * service.
   *
   * @param schema of the service
   */
  public static void noticed(String schema) {
    Context context = Vertx.currentContext();
    if (context != null) {
      of(context.owner(), schema).suspect();
    }
  }

  /** Called, on whatever thread, when the suspicion is new. */
  void onSuspicion(Runnable told) {
    listener = told;
  }

  boolean isSuspected() {
    return suspected;
  }

  private void suspect() {
    boolean known = suspected;
    suspected = true;
    if (!known) {
      listener.run();
    }
  }

  /**
   * Tries for a few megabytes, as a result that does not fit into memory: that takes no rights and
   * leaves nothing behind.
   *
   * @return whether the disk is full; any other failure says nothing about it
   */
  Future<Boolean> isFull(Pool pool) {
    return pool.withTransaction(
            connection ->
                connection
                    .query("SET LOCAL work_mem = '64kB'")
                    .execute()
                    .compose(
                        set ->
                            connection
                                .query(
                                    "/* runtime.disk_room */ SELECT count(*) FROM"
                                        + " generate_series(1, 300000)")
                                .execute()))
        .timeout(LONGEST_TRY_SECONDS, TimeUnit.SECONDS)
        .transform(
            result -> {
              boolean full =
                  result.cause() instanceof PgException refused
                      && STATE.equals(refused.getSqlState());
              suspected = full;
              return Future.succeededFuture(full);
            });
  }
}
