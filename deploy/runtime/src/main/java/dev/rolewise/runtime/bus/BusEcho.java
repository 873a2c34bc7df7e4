package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.core.spi.cluster.ClusterManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Proves that the bus delivers, by requests that say nothing. The number of members says less: a
 * process can be a member and not be reached.
 */
public final class BusEcho {

  private static final String ADDRESS = "runtime.v1.echo.";

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Fields of the answer: what time it is there, epoch milliseconds, and where that is. */
  static final String CLOCK = "clock";

  static final String AT = "at";

  private final BusServer server;

  private BusEcho(BusServer server) {
    this.server = server;
  }

  /** Answers for a service; done when others can ask. */
  public static Future<BusEcho> answerFor(String service, Vertx vertx) {
    return answerFor(service, vertx, InstantSource.system());
  }

  /** The same by another clock. */
  static Future<BusEcho> answerFor(String service, Vertx vertx, InstantSource clock) {
    // asked for each time it would wait, on the event loop, for whoever mends the registrations
    String at = place(vertx);
    BusServer server =
        BusServer.create(vertx)
            .jsonAtAnyTime(
                ADDRESS + service,
                body -> Future.succeededFuture(body.copy().put(CLOCK, clock.millis()).put(AT, at)));
    return server.start().map(done -> new BusEcho(server));
  }

  /** Where the others find this process on the bus. */
  private static String place(Vertx vertx) {
    ClusterManager cluster = ((VertxInternal) vertx).clusterManager();
    return cluster == null
        ? "this process"
        : cluster.getNodeInfo().host() + ":" + cluster.getNodeInfo().port();
  }

  /** Ends answering. */
  public Future<Void> stop() {
    return server.stop();
  }

  /**
   * Adds the check {@code bus}: an address of this process alone is made known, asked and forgotten
   * every time, which takes the whole cluster.
   */
  public static void checkOwn(Readiness readiness, OwnEcho echo) {
    readiness.check("bus", echo::delivers);
  }

  /**
   * Adds a check that a service answers, under the name of the service.
   *
   * @param clocks is told what time it is there
   */
  public static void checkOther(
      Readiness readiness, Vertx vertx, String service, PeerClocks clocks) {
    readiness.check(service, other(vertx, service, clocks));
  }

  /** Adds the same check for a service that this one can do without once it has answered. */
  public static void checkOtherAtFirst(
      Readiness readiness, Vertx vertx, String service, PeerClocks clocks) {
    readiness.checkAtFirst(service, other(vertx, service, clocks));
  }

  private static Supplier<Future<?>> other(Vertx vertx, String service, PeerClocks clocks) {
    BusClient client = BusClient.create(vertx);
    clocks.follow(service);
    Supplier<Future<Void>> one = () -> askFor(service, client, clocks);
    // two requests in a row go to two processes: one that is frozen does not speak for the service
    return () ->
        Future.any(List.of(one.get(), one.get()))
            .recover(
                silence ->
                    Future.failedFuture(
                        silence instanceof StartFault told ? told : silent(service)));
  }

  private static Future<Void> askFor(String service, BusClient client, PeerClocks clocks) {
    long over = clocks.millis() + PATIENCE.toMillis();
    long sent = System.nanoTime();
    return ask(client, ADDRESS + service)
        .compose(
            reply -> {
              long way = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
              // a release without them says nothing of the time
              if (!(reply.getValue(CLOCK) instanceof Number theirs)) {
                return Future.succeededFuture();
              }
              String at = String.valueOf(reply.getValue(AT));
              clocks.heard(service, at, theirs.longValue(), way);
              // there an echo is answered at any time, and nothing else is
              return theirs.longValue() - way < over
                  ? Future.succeededFuture()
                  : Future.failedFuture(
                      new StartFault(
                          "It is there, at "
                              + at
                              + ", but takes every request for too late: its clock and this one's"
                              + " do not agree."));
            });
  }

  private static StartFault silent(String service) {
    return new StartFault(
        "No process of the "
            + service
            + " service answers over the bus: see that one runs and is ready, with the same"
            + " cluster.name, and with a certificate of the same authority where the bus has TLS.");
  }

  /** Whether this process can make an address known and be asked there. */
  static Future<Void> own(Vertx vertx) {
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
    return client.json(BusRequest.to(address, new JsonObject(), "readiness").within(PATIENCE));
  }
}
