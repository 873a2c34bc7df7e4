package dev.rolewise.systemtest;

import dev.rolewise.assessment.AssessmentService;
import dev.rolewise.content.ContentServiceMain;
import dev.rolewise.gateway.GatewayMain;
import dev.rolewise.runtime.cluster.FreePorts;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.Settings.Layer;
import dev.rolewise.runtime.config.Settings.Layer.Spelling;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The three services in this process, on a database that somebody else looks after. */
final class ServicesOnDatabase implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private final Readiness readiness = Readiness.create();
  private final Deque<RunningService> running = new ArrayDeque<>();
  private final int port;

  private ServicesOnDatabase(int port) {
    this.port = port;
  }

  /**
   * Starts them and returns when they are ready.
   *
   * @param content settings of the content service's database
   * @param assessment the same of the assessment service
   */
  static ServicesOnDatabase start(Map<String, ?> content, Map<String, ?> assessment)
      throws Exception {
    ServicesOnDatabase services = new ServicesOnDatabase(FreePorts.next());
    try {
      services.serve(ContentServiceMain.definition(), content);
      services.serve(AssessmentService.definition(), assessment);
      services.serve(
          GatewayMain.definition(),
          Map.of(
              "http.host",
              "127.0.0.1",
              "http.port",
              services.port,
              "public-url",
              "http://127.0.0.1:" + services.port,
              "limits.wrong-tokens-per-minute",
              10_000));
      services.readiness.started();
      return services;
    } catch (Exception | Error failed) {
      services.close();
      throw failed;
    }
  }

  Api api() {
    return new Api("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws Exception {
    while (!running.isEmpty()) {
      await(running.pop().stop());
    }
    await(vertx.close());
  }

  private <C> void serve(ServiceDefinition<C> definition, Map<String, ?> own) throws Exception {
    SettingsReader reader =
        new SettingsReader(
            new Settings(
                List.of(Layer.of("the test", Spelling.DOTTED, new HashMap<String, Object>(own)))));
    C read = definition.settings().apply(reader);
    C settings = reader.finish(() -> read);
    running.push(await(RunningService.start(vertx, definition, settings, readiness)));
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
