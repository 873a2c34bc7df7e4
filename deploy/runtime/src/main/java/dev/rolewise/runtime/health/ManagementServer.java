package dev.rolewise.runtime.health;

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
 * loop turns and the bus has not been given up) and {@code /readyz} (every check passes, not
 * draining), 200 or 503 with JSON; and {@code /metrics} for Prometheus.
 */
public final class ManagementServer {

  private final HttpServer server;

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts listening.
   *
   * @param port 0 for any free one
   */
  public static Future<ManagementServer> start(
      Vertx vertx, String host, int port, Readiness readiness, Liveness liveness) {
    return vertx
        .createHttpServer(new HttpServerOptions().setIdleTimeout(10))
        .requestHandler(request -> answer(vertx, request, readiness, liveness))
        .listen(port, host)
        .map(ManagementServer::new);
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  public Future<Void> stop() {
    return server.close();
  }

  private static void answer(
      Vertx vertx, HttpServerRequest request, Readiness readiness, Liveness liveness) {
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
      case "/readyz" ->
          readiness.ask().onSuccess(verdict -> end(response, verdict.ready(), verdict.toJson()));
      case "/metrics" ->
          readiness
              .ask()
              .compose(
                  verdict -> {
                    ReadinessMeters.note(vertx, verdict);
                    return Exposition.text(vertx);
                  })
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
