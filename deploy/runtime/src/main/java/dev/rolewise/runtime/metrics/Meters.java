package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.util.concurrent.atomic.AtomicLong;

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

  /** The registry of the Vert.x that this code runs on. */
  public static MeterRegistry here() {
    Context context = Vertx.currentContext();
    return context == null ? NOBODY_LOOKS : of(context.owner());
  }

  /**
   * A number that goes up and down, set by whoever knows it; the same one whenever it is asked for.
   *
   * @param name with dots
   * @param tags label, value, label, value
   */
  public static AtomicLong level(Vertx vertx, String name, String description, String... tags) {
    return ((VertxInternal) vertx).metrics() instanceof ObservedMetrics observed
        ? observed.level(name, description, Tags.of(tags))
        : new AtomicLong();
  }
}
