package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * For POST routes that take no body: a length there may be one the proxy in front knows nothing of,
 * so the request is refused and its connection closed.
 */
public final class NoBody implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext ctx) {
    String length = ctx.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = ctx.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    if (chunked || length != null && !length.equals("0")) {
      ctx.fail(new ProblemException(Problem.ambiguous()));
    } else {
      ctx.next();
    }
  }
}
