package dev.rolewise.local;

import dev.rolewise.assessment.AssessmentService;
import dev.rolewise.content.ContentServiceMain;
import dev.rolewise.gateway.GatewayMain;
import dev.rolewise.local.demo.Demo;
import dev.rolewise.local.editing.EditorToken;
import dev.rolewise.runtime.cluster.BusMembers;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.Listening;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.log.LogSetup;
import dev.rolewise.runtime.metrics.ObservedVertx;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresPool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The database, the services and the gateway of one process: opened one after the other, closed in
 * the opposite order. Stopping in the middle of a start closes what was open by then.
 */
final class Suite {

  private static final String LOOPBACK = "127.0.0.1";
  private static final long PATIENCE_SECONDS = 60;

  private final Deque<Runnable> closers = new ArrayDeque<>();
  private final List<String> notices = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private boolean served;

  /**
   * Starts everything; blocks.
   *
   * @return what to tell the person at the keyboard
   * @throws StartFault in one plain sentence
   */
  List<String> start(
      Address address, Optional<Path> wish, Optional<Integer> managementPort, boolean demo) {
    EmbeddedPostgres postgres =
        open(
            () -> EmbeddedPostgres.start(DataHome.choose(wish), Durability.FULL, notices::add),
            EmbeddedPostgres::close);
    Vertx vertx = open(ObservedVertx::create, opened -> await(opened.close()));
    BusMembers.alone(vertx);
    Readiness readiness = Readiness.create();
    managementPort.ifPresent(port -> manage(vertx, port, readiness));
    // the first connection of a cold program takes longer than a service waits for one
    warmUp(vertx, postgres.provision(SuiteData.DATABASE, "content"));
    serve(
        vertx,
        readiness,
        ContentServiceMain.definition(),
        LocalSettings.with(
            Map.of("content.editor-token-hashes", EditorToken.in(postgres.folder()).hash()),
            LocalSettings.database(postgres.provision(SuiteData.DATABASE, "content")),
            "content"));
    serve(
        vertx,
        readiness,
        AssessmentService.definition(),
        LocalSettings.with(
            LocalSettings.database(postgres.provision(SuiteData.DATABASE, "assessment")),
            "assessment"));
    serve(
        vertx,
        readiness,
        GatewayMain.definition(),
        LocalSettings.with(LocalSettings.gateway(address), "http", "limits", "live", "access"));
    readiness.started();
    LogSetup.begun();
    awaitReady(vertx, readiness);
    Welcome welcome = new Welcome(address, postgres.folder(), List.copyOf(notices));
    List<String> lines =
        demo
            ? welcome.with(Demo.fill(address.local(), address.published(), postgres.folder()))
            : welcome.lines();
    synchronized (this) {
      served = !stopping;
    }
    return lines;
  }

  /** Closes what is open; true when the suite had been serving. */
  boolean stop() {
    stopping = true;
    synchronized (this) {
      while (!closers.isEmpty()) {
        closers.pop().run();
      }
      stopped.countDown();
      return served;
    }
  }

  /** Returns once the suite was stopped. */
  void awaitStop() {
    try {
      stopped.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <C> void serve(
      Vertx vertx, Readiness readiness, ServiceDefinition<C> definition, Settings given) {
    SettingsReader reader = new SettingsReader(given);
    C read = definition.settings().apply(reader);
    C settings = reader.finish(() -> read);
    definition.migrations().apply(settings).ifPresent(this::migrate);
    open(
        () -> await(RunningService.start(vertx, definition, settings, readiness)),
        running -> await(running.stop()));
  }

  private void migrate(Migrations migrations) {
    open(migrations::run, applied -> {});
  }

  /** One step of the start; a stop waits for the end of the step and forbids the next one. */
  private synchronized <T> T open(Supplier<T> step, Consumer<T> closer) {
    if (stopping) {
      throw new StartFault("Rolewise was stopped while it was starting.");
    }
    T opened = step.get();
    closers.push(() -> closer.accept(opened));
    return opened;
  }

  /** Health and metrics for this machine alone. */
  private void manage(Vertx vertx, int port, Readiness readiness) {
    ManagementServer management =
        open(
            () ->
                await(
                    ManagementServer.start(vertx, LOOPBACK, port, readiness, new Liveness())
                        .recover(
                            failure ->
                                Future.failedFuture(
                                    Listening.explain(
                                        failure, LOOPBACK, port, "--management-port")))),
            opened -> await(opened.stop()));
    notices.add(
        "health is at http://"
            + LOOPBACK
            + ":"
            + management.port()
            + "/readyz, metrics at /metrics.");
  }

  private static void warmUp(Vertx vertx, DatabaseSettings database) {
    Pool pool = PostgresPool.create(vertx, database);
    await(PostgresPool.verify(pool, database).eventually(pool::close));
  }

  private static void awaitReady(Vertx vertx, Readiness readiness) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Readiness.Verdict verdict = await(readiness.ask());
    while (!verdict.ready()) {
      if (System.nanoTime() > end) {
        throw new StartFault("Rolewise did not get ready: " + verdict.checks().encode());
      }
      await(vertx.timer(100, TimeUnit.MILLISECONDS));
      verdict = await(readiness.ask());
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : StartFault.because("The start failed", failed);
    } catch (TimeoutException late) {
      throw new StartFault("A step took longer than " + PATIENCE_SECONDS + " s.");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartFault("Rolewise was interrupted.");
    }
  }
}
