package dev.rolewise.runtime.metrics;

import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;

/**
 * Makes a Vert.x that is measured: the one place that says how, for a process of its own, a member
 * of a cluster and the suite in one process. Each such Vert.x has one registry of meters.
 */
public final class ObservedVertx {

  private ObservedVertx() {}

  /**
   * Adds the meters to a Vert.x that is still to be made.
   *
   * @param builder with options and cluster manager, if any
   * @return the same builder
   */
  public static VertxBuilder observe(VertxBuilder builder) {
    return builder.withMetrics(new ObservedMetricsFactory());
  }

  /** A measured Vert.x of this process alone. */
  public static Vertx create() {
    return observe(Vertx.builder()).build();
  }
}
