package dev.rolewise.runtime.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresDatabase.class)
class PostgresPoolTest {
  private static final int PATIENCE_SECONDS = 60;

  private Vertx vertx;
  private Pool pool;
  private DatabaseSettings settings;

  @BeforeEach
  void open(TestDatabase database) throws Exception {
    vertx = Vertx.vertx();
    settings = database.settings("example");
    new Migrations(settings, "db/example").run();
    pool = PostgresPool.create(vertx, settings);
    // as a service does: the first connection of a cold program may take longer than the limit
    get(PostgresPool.verify(pool, settings));
  }

  @AfterEach
  void close() throws Exception {
    get(pool.close());
    get(vertx.close());
  }

  @Test
  void migratingTwiceAppliesNothingTheSecondTime() {
    assertEquals(0, new Migrations(settings, "db/example").run());
  }

  @Test
  void theServiceReadsAndWritesRowsInItsOwnSchema() throws Exception {
    get(pool.preparedQuery("INSERT INTO note (body) VALUES ($1)").execute(Tuple.of("één")));
    var rows = get(pool.query("SELECT body FROM note").execute());
    assertEquals("één", rows.iterator().next().getString("body"));
  }

  @Test
  void theServiceCannotChangeTables() {
    refused("42501", pool.query("CREATE TABLE example.other (id int)").execute());
    refused("42501", pool.query("DROP TABLE note").execute());
    refused("42501", pool.query("DELETE FROM flyway_schema_history").execute());
  }

  @Test
  void aStatementThatTakesTooLongIsEndedByTheServer() {
    refused("57014", pool.query("SELECT pg_sleep(20)").execute());
  }

  @Test
  void nothingIsDoneForARequestThatNobodyWaitsForAnyMore() throws Exception {
    get(pool.query("DELETE FROM note").execute());
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Promise<Void> tried = Promise.promise();
    BusServer server =
        BusServer.create(vertx)
            .json(
                "example.v1.write",
                body ->
                    begun.complete(null)
                        ? awaitDeadline()
                            .compose(late -> write(pool))
                            .onFailure(failures::add)
                            .recover(refused -> pool.withTransaction(PostgresPoolTest::write))
                            .onFailure(failures::add)
                            .onComplete(done -> tried.complete())
                            .map(body)
                        : Future.succeededFuture(body));
    get(server.start());
    sendUntilBegun(begun);
    get(tried.future());
    assertEquals(2, failures.size());
    failures.forEach(it -> assertEquals(503, assertInstanceOf(BusFailure.class, it).status()));
    assertEquals(0, get(pool.query("SELECT * FROM note").execute()).size());
  }

  /** A request that was late before its turn came is dropped: on a busy machine, the first ones. */
  private void sendUntilBegun(CompletableFuture<Void> begun) throws Exception {
    for (long lifetime = 100; !begun.isDone(); lifetime *= 2) {
      assertTrue(lifetime < TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), "never begun");
      long deadline = System.currentTimeMillis() + lifetime;
      vertx
          .eventBus()
          .send(
              "example.v1.write",
              new JsonObject(),
              new DeliveryOptions().addHeader("deadline", Long.toString(deadline)));
      try {
        begun.get(lifetime, TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        // the next one has longer
      }
    }
  }

  private static Future<RowSet<Row>> write(SqlClient client) {
    return client.preparedQuery("INSERT INTO note (body) VALUES ($1)").execute(Tuple.of("late"));
  }

  private Future<Void> awaitDeadline() {
    return CallDeadline.hasPassed()
        ? Future.succeededFuture()
        : vertx.timer(5).compose(rung -> awaitDeadline());
  }

  private static void refused(String sqlState, Future<?> statement) {
    Throwable cause = assertThrows(ExecutionException.class, () -> get(statement)).getCause();
    assertEquals(sqlState, assertInstanceOf(PgException.class, cause).getSqlState());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
