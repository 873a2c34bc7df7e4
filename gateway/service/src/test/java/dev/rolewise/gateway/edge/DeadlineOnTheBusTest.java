package dev.rolewise.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No service is asked to work for longer than the client of the gateway waits. */
@ExtendWith(VertxExtension.class)
class DeadlineOnTheBusTest {

  private static final String ADDRESS = "example.v1.silent";
  private static final Duration WHOLE = Duration.ofMillis(400);

  private final BlockingQueue<Long> deadlines = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> ends = new LinkedBlockingQueue<>();

  @Test
  void whatIsAskedOnTheWayEndsWithTheRequestAndIsNotAskedAgain(Vertx vertx) throws Exception {
    try (RawConnection connection = RawConnection.to(listen(vertx))) {
      connection.send("GET /asking HTTP/1.1\nHost: a\n\n");
      long deadline = deadlines.poll(20, TimeUnit.SECONDS);
      assertTrue(deadline <= System.currentTimeMillis() + WHOLE.toMillis(), "beyond the request's");
      assertEquals(false, ends.poll(20, TimeUnit.SECONDS), "nobody answered");
      assertTrue(deadlines.isEmpty(), "asked again for somebody who has gone");
    }
  }

  @Test
  void aStreamHasNoEndOfItsOwn(Vertx vertx) throws Exception {
    try (RawConnection connection = RawConnection.to(listen(vertx))) {
      connection.send("GET /following HTTP/1.1\nHost: a\n\n");
      long deadline = deadlines.poll(20, TimeUnit.SECONDS);
      assertTrue(deadline > System.currentTimeMillis() + 2 * WHOLE.toMillis(), "the request's");
    }
  }

  private int listen(Vertx vertx) throws Exception {
    vertx
        .eventBus()
        .consumer(
            ADDRESS, message -> deadlines.add(Long.parseLong(message.headers().get("deadline"))));
    BusClient bus = BusClient.create(vertx);
    BusRequest read =
        BusRequest.to(ADDRESS, new JsonObject(), "test")
            .within(Duration.ofSeconds(3))
            .retryingOnce();
    Router router = Router.router(vertx);
    router.route().handler(new Deadline(WHOLE));
    router
        .get("/asking")
        .handler(ctx -> bus.json(read).onComplete(end -> ends.add(end.succeeded())));
    router
        .get("/following")
        .handler(
            ctx -> {
              Deadline.lift(ctx);
              bus.json(read);
            });
    HttpServer server = vertx.createHttpServer().requestHandler(router);
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS)
        .actualPort();
  }
}
