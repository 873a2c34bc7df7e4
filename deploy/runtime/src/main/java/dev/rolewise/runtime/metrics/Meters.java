package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;

/** Where the parts of a service find the registry for their meters. */
public final class Meters {

  /** Takes everything and counts nothing. */
  private static final MeterRegistry NOBODY_LOOKS = new CompositeMeterRegistry();

  private Meters() {}

  /**
   * The registry of a Vert.x: the same for all services in it. One that was not made by {@link
   * ObservedVertx} gets a registry that counts nothing, so that nobody has to ask.
   */
  public static MeterRegistry of(Vertx vertx) {
    return ((VertxInternal) vertx).metrics() instanceof ObservedMetrics observed
        ? observed.registry()
        : NOBODY_LOOKS;
  }
}
