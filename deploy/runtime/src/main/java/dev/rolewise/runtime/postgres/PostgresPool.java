package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Connection pools with the limits that keep a slow database from taking the service along. */
public final class PostgresPool {

  private static final int WAITING_PER_CONNECTION = 64;
  private static final int START_ATTEMPTS = 20;

  private PostgresPool() {}

  /** One pool for all instances of a service in this process; close it when the last one stops. */
  public static Pool create(Vertx vertx, DatabaseSettings settings) {
    return create(vertx, settings, poolOptions(settings));
  }

  /** A single connection that requests do not use: for looking after the database itself. */
  static Pool createApart(Vertx vertx, DatabaseSettings settings) {
    return create(
        vertx,
        settings,
        poolOptions(settings)
            .setName("postgres-" + settings.schema() + "-watch")
            .setShared(false)
            .setMaxSize(1));
  }

  private static Pool create(Vertx vertx, DatabaseSettings settings, PoolOptions options) {
    return new PatientPool(
        PgBuilder.pool()
            .using(vertx)
            .connectingTo(connectOptions(settings))
            .with(options)
            .with(transportOptions(settings))
            .withConnectHandler(new SilentConnections(settings))
            .build());
  }

  /**
   * A new connection on which nothing has come for longer than any statement takes is given up: the
   * other end may be gone without a word, and whoever waits there would wait, and hold a place in
   * the pool, for a quarter of an hour. Once it is open {@link SilentConnections} watches over it.
   */
  static NetClientOptions transportOptions(DatabaseSettings settings) {
    return new NetClientOptions()
        .setTcpKeepAlive(true)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setReadIdleTimeout((int) SilentConnections.patience(settings).toMillis());
  }

  /**
   * Makes sure at the start that the database answers and lets us in. Asks again while it is merely
   * slow: the first connection of a cold program can take longer than later ones may.
   *
   * @return fails with {@link StartFault} in one plain sentence
   */
  public static Future<Void> verify(Pool pool, DatabaseSettings settings) {
    return verify(pool, settings, START_ATTEMPTS);
  }

  private static Future<Void> verify(Pool pool, DatabaseSettings settings, int attempts) {
    return pool.query("/* runtime.database_verify */ SELECT 1")
        .execute()
        .<Void>mapEmpty()
        .recover(
            failure ->
                attempts > 1 && String.valueOf(failure.getMessage()).startsWith("Timeout")
                    ? verify(pool, settings, attempts - 1)
                    : Future.failedFuture(
                        new StartFault(
                            "The database "
                                + settings.database()
                                + " on "
                                + settings.host()
                                + ":"
                                + settings.port()
                                + " does not let "
                                + settings.user()
                                + " in: "
                                + DatabaseReason.serving(failure, settings))));
  }

  /** For {@link dev.rolewise.runtime.health.Readiness}: whether the database answers. */
  public static Supplier<Future<?>> check(Pool pool) {
    return () -> pool.query("/* runtime.database_ping */ SELECT 1").execute();
  }

  static PgConnectOptions connectOptions(DatabaseSettings settings) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setDatabase(settings.database())
            .setUser(settings.user())
            .setPassword(settings.password().reveal())
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256)
            .addProperty("application_name", "rolewise-" + settings.schema())
            .addProperty("search_path", settings.schema())
            .addProperty("statement_timeout", Long.toString(settings.statementTimeout().toMillis()))
            .addProperty("idle_in_transaction_session_timeout", "10000");
    return settings.tls() == DatabaseSettings.Tls.DISABLE
        ? options.setSslMode(SslMode.DISABLE)
        : options
            .setSslMode(SslMode.VERIFY_FULL)
            .setSslOptions(
                new ClientSSLOptions()
                    .setHostnameVerificationAlgorithm("HTTPS")
                    // the client wants to be told, even whom everybody believes
                    .setTrustOptions(TrustStoreOfJava.options()));
  }

  static PoolOptions poolOptions(DatabaseSettings settings) {
    return new PoolOptions()
        .setName("postgres-" + settings.schema())
        .setShared(true)
        .setMaxSize(settings.poolSize())
        .setMaxWaitQueueSize(settings.poolSize() * WAITING_PER_CONNECTION)
        .setConnectionTimeout((int) settings.connectionTimeout().toMillis())
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout((int) SilentConnections.unused(settings).toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setMaxLifetime(30)
        .setMaxLifetimeUnit(TimeUnit.MINUTES);
  }
}
