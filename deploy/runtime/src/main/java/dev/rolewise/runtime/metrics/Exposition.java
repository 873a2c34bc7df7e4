package dev.rolewise.runtime.metrics;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;

/** All meters of a process as Prometheus reads them. */
public final class Exposition {

  /** Value of Content-Type: Prometheus' text format. */
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private Exposition() {}

  /**
   * The text; written off the event loop, because some meters read files.
   *
   * @return an empty text for a Vert.x that is not measured
   */
  public static Future<String> text(Vertx vertx) {
    return ((VertxInternal) vertx).metrics() instanceof ObservedMetrics observed
        ? vertx.executeBlocking(() -> observed.registry().scrape(MEDIA_TYPE), false)
        : Future.succeededFuture("");
  }
}
