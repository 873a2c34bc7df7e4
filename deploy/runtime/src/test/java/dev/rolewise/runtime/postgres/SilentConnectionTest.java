package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that is gone without a goodbye, as after a crash of its machine or of a firewall. */
@ExtendWith(PostgresDatabase.class)
class SilentConnectionTest {
  private static final int PATIENCE_SECONDS = 60;

  private final AtomicInteger crashes = new AtomicInteger();
  private Vertx vertx;
  private Pool pool;

  @BeforeEach
  void open(TestDatabase database) throws Exception {
    vertx = Vertx.vertx();
    DatabaseSettings real = database.settings("example");
    NetClient client = vertx.createNetClient();
    NetServer way =
        get(
            vertx
                .createNetServer()
                .connectHandler(
                    caller -> {
                      caller.pause();
                      client
                          .connect(real.port(), real.host())
                          .onSuccess(called -> join(caller, called));
                    })
                .listen(0, "127.0.0.1"));
    DatabaseSettings settings = onlyOneConnection(real, way.actualPort());
    pool = PostgresPool.create(vertx, settings);
    get(PostgresPool.verify(pool, settings));
  }

  @AfterEach
  void close() throws Exception {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void whoeverWaitsOnItIsToldAndTheNextOneGetsAnother() throws Exception {
    crashes.incrementAndGet();
    assertThrows(ExecutionException.class, () -> get(one()));
    assertEquals(1, soon().iterator().next().getInteger(0));
  }

  /** Whoever asks in the very moment of the end may still be given the connection that ends. */
  private RowSet<Row> soon() throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        return get(one());
      } catch (ExecutionException ending) {
        if (System.nanoTime() > deadline) {
          throw ending;
        }
      }
    }
  }

  private Future<RowSet<Row>> one() {
    return pool.query("/* example.one */ select 1").execute();
  }

  /** Passes everything on until the next crash, and from then on nothing, not even an end. */
  private void join(NetSocket caller, NetSocket called) {
    int born = crashes.get();
    caller.handler(
        bytes -> {
          if (born == crashes.get()) {
            called.write(bytes);
          }
        });
    called.handler(
        bytes -> {
          if (born == crashes.get()) {
            caller.write(bytes);
          }
        });
    caller.closeHandler(gone -> called.close());
    caller.resume();
  }

  private static DatabaseSettings onlyOneConnection(DatabaseSettings real, int port) {
    return new DatabaseSettings(
        "127.0.0.1",
        port,
        real.database(),
        real.schema(),
        real.user(),
        real.password(),
        real.tls(),
        1,
        real.statementTimeout(),
        real.connectionTimeout(),
        real.migration());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
