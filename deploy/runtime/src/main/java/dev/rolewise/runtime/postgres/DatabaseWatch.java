package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a service from getting work while its database cannot be used, and says why in one line,
 * once per reason. A database that comes late is asked for again and again; requests in the
 * meantime are refused by whoever needs the database. To deploy once, before everything else: on a
 * schema that does not fit it does not finish its start before somebody migrates, and so nothing
 * after it begins to take requests that others could answer.
 */
public final class DatabaseWatch extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
  private static final long SHORTEST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;
  private static final long LONGEST_LOOK_SECONDS = 10;

  private final String name;
  private final Migrations migrations;
  private final Readiness readiness;
  private Pool pool;
  private volatile SchemaCheck schema;
  private FullDisk disk;
  private boolean stopped;
  private String reason;

  /**
   * @param name of the readiness check, e.g. {@code content-database}
   * @param migrations of the service's schema
   */
  public DatabaseWatch(String name, Migrations migrations, Readiness readiness) {
    this.name = name;
    this.migrations = migrations;
    this.readiness = readiness;
  }

  @Override
  public Future<?> start() {
    // a connection of its own: a crowd that takes all others is no reason to turn it away entirely
    pool = PostgresPool.createApart(vertx, migrations.database());
    schema = new SchemaCheck(pool, migrations);
    Gauge.builder("rolewise.schema.version", this, watch -> watch.schema.version())
        .description("Version of the schema that the database has, 0 before it was reached")
        .tag("schema", migrations.database().schema())
        .register(Meters.of(vertx));
    disk = FullDisk.of(vertx, migrations.database().schema());
    disk.onSuspicion(() -> context.runOnContext(go -> ask()));
    readiness.check(name, this::ask);
    Promise<Void> begun = Promise.promise();
    look(begun);
    return begun.future();
  }

  @Override
  public Future<?> stop() {
    stopped = true;
    readiness.forget(name);
    return pool.close();
  }

  private void look(Promise<Void> begun) {
    // an answer that does not come at all must not keep the service from starting either
    judge()
        .timeout(LONGEST_LOOK_SECONDS, TimeUnit.SECONDS)
        .onComplete(
            result -> {
              boolean unfit = result.succeeded() && result.result().isPresent();
              if (!unfit) {
                begun.tryComplete();
              }
              if ((unfit || result.failed()) && !stopped) {
                vertx.setTimer(pauseMillis(), rung -> look(begun));
              }
            });
  }

  /** With jitter: processes that lost the same database must not come back at the same moment. */
  private static long pauseMillis() {
    return ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
  }

  private Future<Void> ask() {
    return judge()
        .compose(
            fault ->
                fault.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(new StartFault(fault.get())));
  }

  private Future<Optional<String>> room() {
    return disk.isFull(pool)
        .map(
            full ->
                full
                    ? Optional.of(
                        "The disk of the database "
                            + migrations.place()
                            + " is full, nothing can be stored: make room there, the service goes on by"
                            + " itself.")
                    : Optional.empty());
  }

  private Future<Optional<String>> judge() {
    return schema
        .judge()
        .compose(
            fault -> fault.isEmpty() && disk.isSuspected() ? room() : Future.succeededFuture(fault))
        .onSuccess(fault -> note(fault.orElse(null)))
        .onFailure(away -> note(String.valueOf(away.getMessage())));
  }

  private synchronized void note(String fault) {
    if (stopped) {
      return;
    }
    if (fault != null && !fault.equals(reason)) {
      LOG.warn("not ready: {}", fault);
    } else if (fault == null && reason != null) {
      LOG.info("The database {} can be used again", migrations.place());
    }
    reason = fault;
  }
}
