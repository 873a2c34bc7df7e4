package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A pool makes its connections when they are needed, and whoever needs one waits while it is made:
 * on a busy machine the first crowd is refused when it has less patience than that takes, though
 * the database is well and nothing is queued.
 */
@ExtendWith(PostgresDatabase.class)
class NewConnectionTest {
  private static final int PATIENCE_SECONDS = 60;

  /** Much longer than the patience of whoever is refused, much shorter than a pool's own. */
  private static final int SOON_SECONDS = 20;

  /** Nothing goes through before it is open. */
  private final Promise<Void> door = Promise.promise();

  private final Promise<Void> knocked = Promise.promise();
  private Vertx vertx;
  private DatabaseSettings slow;

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
                      knocked.tryComplete();
                      door.future()
                          .compose(opened -> client.connect(real.port(), real.host()))
                          .onSuccess(called -> join(caller, called));
                    })
                .listen(0, "127.0.0.1"));
    slow =
        new DatabaseSettings(
            "127.0.0.1",
            way.actualPort(),
            real.database(),
            real.schema(),
            real.user(),
            real.password(),
            real.tls(),
            1,
            Duration.ofMinutes(1),
            real.connectionTimeout(),
            real.migration());
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void whoeverHasLessPatienceThanAConnectionTakesIsRefused() throws Exception {
    Pool pool = PostgresPool.create(vertx, slow.withConnectionTimeout(Duration.ofMillis(100)));
    CompletableFuture<?> asked = one(pool).toCompletionStage().toCompletableFuture();
    ExecutionException refused =
        assertThrows(ExecutionException.class, () -> asked.get(SOON_SECONDS, TimeUnit.SECONDS));
    assertTrue(refused.getCause().getMessage().startsWith("Timeout"), refused::toString);
    get(knocked.future());
    door.complete();
    // the connection comes about all the same, and is there for those who come later
    get(PostgresPool.verify(pool, slow));
    assertEquals(1, pool.size());
    get(one(pool));
  }

  @Test
  void whoeverHasMoreIsAnsweredWhenItIsThere() throws Exception {
    Pool pool = PostgresPool.create(vertx, slow.withConnectionTimeout(Duration.ofMinutes(1)));
    Future<RowSet<Row>> waiting = one(pool);
    get(knocked.future());
    assertFalse(waiting.isComplete());
    door.complete();
    assertEquals(1, get(waiting).iterator().next().getInteger(0));
  }

  private static Future<RowSet<Row>> one(Pool pool) {
    return pool.query("/* example.one */ select 1").execute();
  }

  private static void join(NetSocket caller, NetSocket called) {
    caller.handler(called::write);
    called.handler(caller::write);
    caller.closeHandler(gone -> called.close());
    called.closeHandler(gone -> caller.close());
    caller.resume();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
