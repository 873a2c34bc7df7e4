package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.RoutePatterns;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request, from which nobody can tell who it was: no address, token, query or path as
 * sent, only the route's pattern. The trace's id comes with every line.
 */
public final class AccessLog implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private static final Set<HttpMethod> KNOWN =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final Router router;

  /**
   * @param router whose patterns name the routes
   */
  public AccessLog(Router router) {
    this.router = router;
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (LOG.isInfoEnabled()) {
      long start = System.nanoTime();
      ctx.addEndHandler(ended -> log(ctx, start));
    }
    ctx.next();
  }

  private void log(RoutingContext ctx, long start) {
    HttpServerResponse response = ctx.response();
    LOG.atInfo()
        .addKeyValue("requestId", RequestIds.of(ctx))
        .addKeyValue("method", method(ctx.request().method()))
        .addKeyValue("route", pattern(ctx))
        .addKeyValue("status", response.getStatusCode())
        .addKeyValue("millis", (System.nanoTime() - start) / 1_000_000)
        .addKeyValue("bytes", response.bytesWritten())
        .log(response.ended() ? "Answered" : "Broken off");
  }

  /** A method as the log has it: what nobody uses may be anything at all. */
  static String method(HttpMethod method) {
    return KNOWN.contains(method) ? method.name() : "other";
  }

  private String pattern(RoutingContext ctx) {
    Route route = ctx.currentRoute();
    return route != null && route.getName() != null
        ? route.getName()
        : RoutePatterns.of(router, ctx.normalizedPath());
  }
}
