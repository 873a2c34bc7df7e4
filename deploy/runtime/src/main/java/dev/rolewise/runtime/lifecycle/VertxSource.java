package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.metrics.ObservedVertx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Makes the Vert.x a service runs on: a local one, or a member of a cluster. */
@FunctionalInterface
public interface VertxSource {

  Future<Vertx> open();

  /** A bus of this process alone. */
  static VertxSource local() {
    return () -> Future.succeededFuture(ObservedVertx.create());
  }
}
