package dev.rolewise.systemtest;

import dev.rolewise.assessment.AssessmentService;
import dev.rolewise.content.ContentServiceMain;
import dev.rolewise.gateway.GatewayMain;
import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.EmbeddedPostgres.Durability;
import dev.rolewise.runtime.postgres.Migrations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The three services in this process, with health as they have it each, on a PostgreSQL that the
 * test may interrupt.
 */
final class OwnSuite implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 90;

  private final EmbeddedPostgres postgres;
  private final Vertx vertx = Vertx.vertx();
  private final Readiness readiness = Readiness.create();
  private final Deque<RunningService> running = new ArrayDeque<>();
  private final ManagementServer management;
  private final int port;

  private OwnSuite(Path data, Map<String, ?> gateway) throws Exception {
    // as an installation has it: what was acknowledged is on disk
    postgres = EmbeddedPostgres.start(data, Durability.FULL, System.out::println);
    try {
      port = FreePorts.next();
      management = await(ManagementServer.start(vertx, "127.0.0.1", 0, readiness, new Liveness()));
      serve(ContentServiceMain.definition(), database("content"));
      serve(AssessmentService.definition(), database("assessment"));
      Map<String, Object> edge = new HashMap<>(gateway);
      edge.put("http.host", "127.0.0.1");
      edge.put("http.port", port);
      serve(GatewayMain.definition(), edge);
      readiness.started();
    } catch (Exception | AssertionError failed) {
      close();
      throw failed;
    }
  }

  static OwnSuite start(Path data, Map<String, ?> gateway) throws Exception {
    OwnSuite suite = new OwnSuite(data, gateway);
    try {
      suite.awaitReady();
      return suite;
    } catch (AssertionError failed) {
      suite.close();
      throw failed;
    }
  }

  /** Watches whether anybody blocks an event loop for longer, from now on. */
  LoopWatch watchLoops(Duration longest) {
    return LoopWatch.over(vertx, longest);
  }

  /** The database with which a test may do as it likes. */
  EmbeddedPostgres postgres() {
    return postgres;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  Api api() {
    return new Api(url());
  }

  /** Where the suite says how it is. */
  Api health() {
    return new Api("http://127.0.0.1:" + management.port());
  }

  private void awaitReady() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!await(readiness.ask()).ready()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not ready: " + await(readiness.ask()).checks());
      }
    }
  }

  private <C> void serve(ServiceDefinition<C> definition, Map<String, ?> given) {
    SettingsReader reader = new SettingsReader(Settings.of(given));
    C read = definition.settings().apply(reader);
    C settings = reader.finish(() -> read);
    definition.migrations().apply(settings).ifPresent(Migrations::run);
    running.push(await(RunningService.start(vertx, definition, settings, readiness)));
  }

  private Map<String, Object> database(String schema) {
    DatabaseSettings database = postgres.provision("rolewise", schema);
    DatabaseSettings.Login owner = database.migration().orElseThrow();
    Map<String, Object> settings = new HashMap<>();
    settings.put("database.host", database.host());
    settings.put("database.port", database.port());
    settings.put("database.name", database.database());
    settings.put("database.user", database.user());
    settings.put("database.password", database.password().reveal());
    settings.put("database.tls", "disable");
    settings.put("database.migration-user", owner.user());
    settings.put("database.migration-password", owner.password().reveal());
    return settings;
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s", late);
    }
  }

  @Override
  public void close() {
    try {
      while (!running.isEmpty()) {
        await(running.pop().stop());
      }
      await(vertx.close());
    } finally {
      postgres.close();
    }
  }
}
