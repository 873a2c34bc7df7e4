package dev.rolewise.runtime.cluster;

import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Vertx;
import java.util.function.IntSupplier;

/** How many processes one of them sees on the bus: where two see different numbers, it is split. */
public final class BusMembers {

  private BusMembers() {}

  /** A process that is on its bus alone. */
  public static void alone(Vertx vertx) {
    count(vertx, () -> 1);
  }

  static void count(Vertx vertx, IntSupplier members) {
    Gauge.builder("rolewise.bus.members", members, IntSupplier::getAsInt)
        .description("Processes on the bus as this one sees it, this one included")
        .strongReference(true)
        .register(Meters.of(vertx));
  }
}
