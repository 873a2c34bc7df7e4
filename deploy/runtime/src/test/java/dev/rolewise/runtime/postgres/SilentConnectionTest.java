package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that is gone without a goodbye, as after a crash of its machine or of a firewall. */
@ExtendWith(PostgresDatabase.class)
class SilentConnectionTest {
  private static final int PATIENCE_SECONDS = 60;

  private static final int CONNECTIONS = 4;

  /** Patience is a second more: what a broken way may cost whoever comes first. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofMillis(500);

  private static final long FOUND_OUT_MILLIS = 4_000;

  private final AtomicInteger crashes = new AtomicInteger();
  private final AtomicInteger callers = new AtomicInteger();
  private final AtomicInteger everOpened = new AtomicInteger();
  private volatile boolean swallowing;
  private Vertx vertx;
  private DatabaseSettings settings;
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
                      callers.incrementAndGet();
                      everOpened.incrementAndGet();
                      caller.closeHandler(gone -> callers.decrementAndGet());
                      if (swallowing) {
                        return;
                      }
                      caller.pause();
                      client
                          .connect(real.port(), real.host())
                          .onSuccess(called -> join(caller, called));
                    })
                .listen(0, "127.0.0.1"));
    settings = throughTheWay(real, way.actualPort());
    pool = PostgresPool.create(vertx, settings);
    get(PostgresPool.verify(pool, settings));
  }

  @AfterEach
  void close() throws Exception {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void whoeverComesFirstIsToldSoonAndTheConnectionsOfAllOthersGoAsWell() throws Exception {
    onAllConnections();
    assertEquals(CONNECTIONS, callers.get());
    crashes.incrementAndGet();
    long crashed = System.nanoTime();
    assertThrows(ExecutionException.class, () -> get(one()));
    await(() -> callers.get() == 0, "connections are left that lead nowhere");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - crashed);
    assertTrue(millis <= FOUND_OUT_MILLIS, "found out after " + millis + " ms");
    await(this::allAnswer, "the database is not found again");
  }

  @Test
  void aConnectionThatNeverComesAboutIsGivenUpAsSoon() throws Exception {
    swallowing = true;
    crashes.incrementAndGet();
    assertThrows(ExecutionException.class, () -> get(one()));
    // every place in the pool is taken by a connection that is being opened and never will be open
    long began = System.nanoTime();
    List<Future<RowSet<Row>>> crowd = IntStream.range(0, CONNECTIONS).mapToObj(n -> one()).toList();
    assertThrows(ExecutionException.class, () -> get(Future.join(crowd)));
    await(() -> callers.get() == 0, "connections are left that lead nowhere");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    assertTrue(millis <= FOUND_OUT_MILLIS, "given up after " + millis + " ms");
    swallowing = false;
    await(this::allAnswer, "the database is not found again");
  }

  /** Or a question that is asked in just that moment would be cut off. */
  @Test
  void whatNobodyUsesIsClosedByThePoolLongBeforeItWouldBeCut() {
    PoolOptions options = PostgresPool.poolOptions(settings);
    Duration idle =
        Duration.of(options.getIdleTimeout(), options.getIdleTimeoutUnit().toChronoUnit());
    Duration look = Duration.ofMillis(options.getPoolCleanerPeriod());
    assertEquals(SilentConnections.unused(settings), idle);
    assertTrue(idle.plus(look.multipliedBy(5)).compareTo(SilentConnections.cutAfter(settings)) < 0);
  }

  @Test
  void aConnectionThatIsBusyOrAtRestIsLeftAlone() throws Exception {
    onAllConnections();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2_500);
    while (System.nanoTime() < end) {
      get(pool.query("/* example.nap */ select pg_sleep(0.3)").execute());
    }
    assertEquals(CONNECTIONS, callers.get());
    assertEquals(CONNECTIONS, everOpened.get(), "one was given up");
  }

  /** Takes all connections at once, so that each is there and answers. */
  private void onAllConnections() throws Exception {
    get(
        Future.all(
            IntStream.range(0, CONNECTIONS)
                .mapToObj(n -> pool.query("/* example.nap */ select pg_sleep(0.2)").execute())
                .toList()));
  }

  /** Whoever asks in the very moment of an end may still be given the connection that ends. */
  private boolean allAnswer() {
    try {
      onAllConnections();
      return true;
    } catch (Exception ending) {
      return false;
    }
  }

  private static void await(BooleanSupplier condition, String complaint) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, complaint);
      Thread.onSpinWait();
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
    caller.closeHandler(
        gone -> {
          callers.decrementAndGet();
          called.close();
        });
    caller.resume();
  }

  private static DatabaseSettings throughTheWay(DatabaseSettings real, int port) {
    return new DatabaseSettings(
        "127.0.0.1",
        port,
        real.database(),
        real.schema(),
        real.user(),
        real.password(),
        real.tls(),
        CONNECTIONS,
        STATEMENT_TIMEOUT,
        real.connectionTimeout(),
        real.migration());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
