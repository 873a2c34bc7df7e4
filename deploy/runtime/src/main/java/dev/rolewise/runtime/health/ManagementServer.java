package dev.rolewise.runtime.health;

import dev.rolewise.runtime.health.Readiness.Verdict;
import dev.rolewise.runtime.metrics.Exposition;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * Health on a port of its own: {@code /startupz} (everything deployed), {@code /livez} (the event
 * loop that answers here turns, and the bus has not been given up) and {@code /readyz} (every check
 * passes, not draining), 200 or 503 with JSON; and {@code /metrics} for Prometheus.
 */
public final class ManagementServer {

  private final Readiness readiness;
  private final Liveness liveness;
  private final SharedAnswer<Verdict> verdict;
  private final SharedAnswer<String> metrics;
  private HttpServer server;

  private ManagementServer(Vertx vertx, Readiness readiness, Liveness liveness) {
    this.readiness = readiness;
    this.liveness = liveness;
    // each look asks the database and others over the bus: many at once are one
    this.verdict = new SharedAnswer<>(readiness::ask);
    this.metrics =
        new SharedAnswer<>(
            () ->
                verdict
                    .get()
                    .compose(
                        now -> {
                          ReadinessMeters.note(vertx, now);
                          return Exposition.text(vertx);
                        }));
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   */
  public static Future<ManagementServer> start(
      Vertx vertx, String host, int port, Readiness readiness, Liveness liveness) {
    ManagementServer management = new ManagementServer(vertx, readiness, liveness);
    return vertx
        .createHttpServer(new HttpServerOptions().setIdleTimeout(10))
        .requestHandler(management::answer)
        .listen(port, host)
        .map(management::listening);
  }

  private ManagementServer listening(HttpServer opened) {
    server = opened;
    return this;
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  public Future<Void> stop() {
    return server.close();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response().putHeader("cache-control", "no-store");
    if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
      response.setStatusCode(405).putHeader("allow", "GET, HEAD").end();
      return;
    }
    request.routed("management");
    switch (request.path() == null ? "" : request.path()) {
      case "/startupz" ->
          end(
              response,
              readiness.isStarted(),
              new JsonObject().put("started", readiness.isStarted()));
      case "/livez" ->
          end(response, liveness.isLive(), new JsonObject().put("live", liveness.isLive()));
      case "/readyz" -> verdict.get().onSuccess(now -> end(response, now.ready(), now.toJson()));
      case "/metrics" ->
          metrics
              .get()
              .onSuccess(
                  text -> response.putHeader("content-type", Exposition.MEDIA_TYPE).end(text))
              .onFailure(broken -> response.setStatusCode(500).end());
      default -> response.setStatusCode(404).end();
    }
  }

  private static void end(HttpServerResponse response, boolean good, JsonObject body) {
    response
        .setStatusCode(good ? 200 : 503)
        .putHeader("content-type", "application/json")
        .end(body.toBuffer());
  }
}
