package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Proves that the bus delivers, by requests that say nothing. The number of members says less: a
 * process can be a member and not be reached.
 */
public final class BusEcho {

  private static final String ADDRESS = "runtime.v1.echo.";

  private final BusServer server;

  private BusEcho(BusServer server) {
    this.server = server;
  }

  /** Answers for a service; done when others can ask. */
  public static Future<BusEcho> answerFor(String service, Vertx vertx) {
    BusServer server = BusServer.create(vertx).json(ADDRESS + service, Future::succeededFuture);
    return server.start().map(done -> new BusEcho(server));
  }

  /** Ends answering. */
  public Future<Void> stop() {
    return server.stop();
  }

  /**
   * Adds the check {@code bus}: an address of this process alone is made known, asked and forgotten
   * every time, which takes the whole cluster.
   */
  public static void checkOwn(Readiness readiness, Vertx vertx) {
    readiness.check("bus", () -> own(vertx));
  }

  /** Adds a check that a service answers, under the name of the service. */
  public static void checkOther(Readiness readiness, Vertx vertx, String service) {
    readiness.check(service, other(vertx, service));
  }

  /** Adds the same check for a service that this one can do without once it has answered. */
  public static void checkOtherAtFirst(Readiness readiness, Vertx vertx, String service) {
    readiness.checkAtFirst(service, other(vertx, service));
  }

  private static Supplier<Future<?>> other(Vertx vertx, String service) {
    BusClient client = BusClient.create(vertx);
    // two requests in a row go to two processes: one that is frozen does not speak for the service
    return () ->
        Future.any(List.of(ask(client, ADDRESS + service), ask(client, ADDRESS + service)));
  }

  /** Whether this process can make an address known and be asked there. */
  public static Future<Void> own(Vertx vertx) {
    String address = ADDRESS + UUID.randomUUID();
    MessageConsumer<JsonObject> consumer =
        vertx.eventBus().consumer(address, message -> message.reply(message.body()));
    return consumer
        .completion()
        .compose(done -> ask(BusClient.create(vertx), address))
        .<Void>mapEmpty()
        .eventually(consumer::unregister);
  }

  private static Future<JsonObject> ask(BusClient client, String address) {
    return client.json(
        BusRequest.to(address, new JsonObject(), "readiness").within(Duration.ofSeconds(1)));
  }
}
