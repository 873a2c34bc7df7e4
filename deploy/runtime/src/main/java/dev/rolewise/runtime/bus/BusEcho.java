package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;

/**
 * Proves that the bus delivers: a request to an address of this process alone. The number of
 * members says less; a process can be a member and not be reached.
 */
public final class BusEcho {

  private BusEcho() {}

  /** Adds the check {@code bus}; done when the address can be reached. */
  public static Future<Void> addTo(Readiness readiness, Vertx vertx) {
    String address = "runtime.v1.echo." + UUID.randomUUID();
    BusServer server = BusServer.create(vertx).json(address, Future::succeededFuture);
    BusClient client = BusClient.create(vertx);
    return server
        .start()
        .onSuccess(
            done ->
                readiness.check(
                    "bus",
                    () ->
                        client.json(
                            BusRequest.to(address, new JsonObject(), "readiness")
                                .within(Duration.ofSeconds(1)))));
  }
}
