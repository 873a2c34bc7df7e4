package dev.rolewise.gateway.edge;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;

/**
 * While the process is about to stop, every answer asks its client to take another connection the
 * next time: a request that comes in the moment in which an idle connection is closed would be lost
 * without an answer.
 */
public final class Farewell implements Handler<RoutingContext> {

  private final BooleanSupplier leaving;

  /**
   * @param leaving whether the process is on its way out
   */
  public Farewell(BooleanSupplier leaving) {
    this.leaving = leaving;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (leaving.getAsBoolean() && ctx.request().version() != HttpVersion.HTTP_2) {
      ctx.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    ctx.next();
  }
}
