package dev.rolewise.assessment.suite;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rolewise.assessment.AssessmentService;
import dev.rolewise.assessment.AssessmentSettings;
import dev.rolewise.assessment.AssessmentSettings.Retention;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.export.SmallReport;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.ExecutedStatements;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The service on a real bus and a real database, with a stand-in for the content service. */
public final class Suite implements AutoCloseable {
  public final TestClock clock = new TestClock();
  public final List<JsonObject> hints = new CopyOnWriteArrayList<>();
  private final ExecutedStatements statements = new ExecutedStatements();
  private final Vertx vertx = statements.vertx();
  private final Vertx outside = Vertx.vertx();
  private final BusClient client = BusClient.create(vertx);
  private final BusServer content = BusServer.create(vertx);
  private final AssessmentSettings settings;
  private final Pool pool;
  private RunningService service;

  private Suite(DatabaseSettings database, Duration deadlineCheck) {
    settings =
        new AssessmentSettings(
            database, 500, deadlineCheck, 2, 3, new Retention(12, Duration.ofHours(1)));
    AssessmentService.migrations(settings).run();
    pool = PostgresPool.create(outside, database);
    vertx
        .eventBus()
        .<JsonObject>consumer(
            AssessmentAddresses.TURNOUT_HINT, message -> hints.add(message.body()));
    Buffer export = PackFiles.roleGapScan().toBuffer();
    content.document(
        ContentAddress.INSTRUMENT_EXPORT,
        request ->
            "role-gap-scan".equals(request.getString("id"))
                ? Future.succeededFuture(new BusDocument(export, Map.of()))
                : Future.failedFuture(BusFailure.notFound()));
    content.document(
        ContentAddress.INSTRUMENT_LIST,
        request ->
            Future.succeededFuture(new BusDocument(PackFiles.instruments().toBuffer(), Map.of())));
    await(content.start());
  }

  /** A suite whose deadlines are looked at only when a test says so. */
  public static Suite start(TestDatabase database) {
    return start(database, Duration.ofHours(1));
  }

  public static Suite start(TestDatabase database, Duration deadlineCheck) {
    return start(database.settings(AssessmentSettings.SCHEMA), deadlineCheck);
  }

  /** On a database that is reached in a way of the test's own. */
  public static Suite start(DatabaseSettings database) {
    return start(database, Duration.ofHours(1));
  }

  private static Suite start(DatabaseSettings database, Duration deadlineCheck) {
    Suite suite = new Suite(database, deadlineCheck);
    suite.startService();
    return suite;
  }

  public void startService() {
    ServiceDefinition<AssessmentSettings> definition =
        new ServiceDefinition<>(
            "assessment-service",
            AssessmentSettings::read,
            s -> Optional.of(AssessmentService.migrations(s)),
            (s, readiness) -> AssessmentService.verticles(s, readiness, clock));
    service = await(RunningService.start(vertx, definition, settings, Readiness.create()));
  }

  public void stopService() {
    await(service.stop());
  }

  public void stopContent() {
    await(content.stop());
  }

  /** Sends a request and returns the future answer. */
  public Future<JsonObject> send(String address, JsonObject body) {
    return client.json(BusRequest.to(address, body, "test").within(Duration.ofSeconds(3)));
  }

  public JsonObject ask(String address, JsonObject body) {
    return await(send(address, body));
  }

  public JsonObject document(String address, JsonObject body) {
    return bytes(address, body).body().toJsonObject();
  }

  public BusDocument bytes(String address, JsonObject body) {
    return await(documentLater(address, body));
  }

  public Future<BusDocument> documentLater(String address, JsonObject body) {
    if (address.equals(AssessmentAddresses.REPORT_PDF_GET)) {
      SmallReport.printed();
    }
    return client.document(BusRequest.to(address, body, "test").within(Duration.ofSeconds(3)));
  }

  /** Sends a request that must be refused. */
  public BusFailure refused(String address, JsonObject body) {
    return failure(send(address, body));
  }

  public BusFailure failure(Future<?> future) {
    return assertInstanceOf(
        BusFailure.class, await(future.map((Throwable) null).otherwise(it -> it)));
  }

  /** Waits for a hint: it travels beside the answer. */
  public void awaitHint(Predicate<JsonObject> wanted) {
    long start = System.nanoTime();
    while (hints.stream().noneMatch(wanted)) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(20)) {
        throw new AssertionError("no such hint among " + hints);
      }
      Thread.onSpinWait();
    }
  }

  /** Runs SQL with the service's own role. */
  public List<Row> sql(String sql) {
    List<Row> rows = new ArrayList<>();
    await(pool.query(sql).execute()).forEach(rows::add);
    return rows;
  }

  public long count(String table) {
    return sql("select count(*) from " + table).get(0).getLong(0);
  }

  /** Names of the statements that the service has run; fails when one has no name of its own. */
  public Set<String> statements() {
    return statements.names("assessment");
  }

  public Pool pool() {
    return pool;
  }

  public Vertx vertx() {
    return vertx;
  }

  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("no answer within 20 seconds", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    await(service.stop());
    await(content.stop());
    await(pool.close());
    await(vertx.close());
    await(outside.close());
    statements();
  }
}
