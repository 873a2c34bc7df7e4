package dev.rolewise.gateway.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.contract.AskedMoments;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.gateway.edge.Deadline;
import dev.rolewise.gateway.problem.ClosingConnections;
import dev.rolewise.gateway.problem.ProblemResponses;
import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happens to requests whose time is over before the service has been asked, or has answered.
 */
class RelayTest {
  private static final String ADDRESS = "example.v1.thing.get";
  private static final Duration WHOLE = Duration.ofMillis(300);

  private final Promise<JsonObject> late = Promise.promise();
  private final Promise<Throwable> broken = Promise.promise();
  private final Promise<Void> handled = Promise.promise();
  private Vertx vertx;
  private AskedMoments moments;
  private Relay relay;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx().exceptionHandler(broken::tryComplete);
    moments = AskedMoments.on(vertx);
    relay = new Relay(BusClient.create(vertx), ctx -> "1");
    RunningGateway.await(BusServer.create(vertx).json(ADDRESS, body -> late.future()).start());
  }

  @AfterEach
  void stop() {
    RunningGateway.await(vertx.close());
  }

  @Test
  void whatIsTooLateIsNotAskedAndTheClientHasBeenToldSoPlainly() throws Exception {
    int port =
        listen(
            ctx ->
                isOver(ctx)
                    .onSuccess(
                        over -> {
                          relay.read(ctx, ADDRESS, new JsonObject());
                          relay.change(ctx, ADDRESS, new JsonObject(), 201);
                          relay.remove(ctx, ADDRESS, new JsonObject());
                          relay.document(ctx, ADDRESS, new JsonObject());
                          handled.complete();
                        }));
    assertTold(port);
    RunningGateway.await(handled.future());
    assertEquals(0, moments.of(ADDRESS).size());
  }

  @Test
  void anAnswerAfterTheLastWordIsNotSaid() throws Exception {
    // lifted, the request itself has all the time: as if the answer had come at that very moment
    int port =
        listen(
            ctx -> {
              Deadline.lift(ctx);
              relay.read(ctx, ADDRESS, new JsonObject());
              ctx.response().setStatusCode(503).end("over");
            });
    try (RawConnection connection = RawConnection.to(port)) {
      String answer = connection.send("GET / HTTP/1.1\nHost: a\n\n").readResponse();
      assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
      late.complete(new JsonObject());
      // the reply goes the same way as this one, and before it
      String next = connection.send("GET /next HTTP/1.1\nHost: a\n\n").readResponse();
      assertTrue(next.startsWith("HTTP/1.1 200 "), next);
    }
    assertFalse(broken.future().isComplete(), () -> broken.future().result().toString());
  }

  private void assertTold(int port) throws Exception {
    try (RawConnection connection = RawConnection.to(port)) {
      String answer = connection.send("GET / HTTP/1.1\nHost: a\n\n").readResponse();
      assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
      assertTrue(answer.toLowerCase(Locale.ROOT).contains("\r\nretry-after: "), answer);
      assertTrue(answer.contains("\"code\":\"unavailable\""), answer);
    }
  }

  private Future<Void> isOver(RoutingContext ctx) {
    return System.currentTimeMillis() > Deadline.of(ctx) && ctx.response().ended()
        ? Future.succeededFuture()
        : vertx.timer(5).compose(rung -> isOver(ctx));
  }

  private int listen(Consumer<RoutingContext> handler) {
    Router router = Router.router(vertx);
    ProblemResponses.byAcceptLanguage(ctx -> "1", new ClosingConnections()).mount(router);
    router.route().handler(new Deadline(WHOLE));
    router.get("/").handler(handler::accept);
    router
        .get("/next")
        .handler(
            ctx ->
                relay
                    .bus()
                    .json(relay.request(ctx, ADDRESS, new JsonObject()))
                    .onSuccess(done -> ctx.response().end("next")));
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    return RunningGateway.await(server.listen(0, "127.0.0.1")).actualPort();
  }
}
