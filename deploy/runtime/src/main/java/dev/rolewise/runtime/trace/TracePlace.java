package dev.rolewise.runtime.trace;

import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;

/** Found by Vert.x before it makes itself: contexts get a place for the trace. */
public final class TracePlace implements VertxServiceProvider {

  @Override
  public void init(VertxBootstrap builder) {
    CurrentTrace.register();
  }
}
