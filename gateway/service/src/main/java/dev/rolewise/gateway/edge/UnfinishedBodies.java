package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.ClosingConnections;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes an answer the last of its connection when it comes before the request's body has ended:
 * what a proxy in front takes for the next client's request would be read as the rest of that body.
 * Failures see to it themselves; this is for every other answer, of whatever route.
 */
public final class UnfinishedBodies implements Handler<RoutingContext> {

  private final ClosingConnections closing;

  /**
   * @param closing shared with whoever looks at requests first
   */
  public UnfinishedBodies(ClosingConnections closing) {
    this.closing = closing;
  }

  @Override
  public void handle(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    if (request.version() != HttpVersion.HTTP_2 && announcesBody(request)) {
      ctx.addHeadersEndHandler(head -> lastWhenEarly(ctx));
    }
    ctx.next();
  }

  /** A request without a body, too, only counts as ended after its handlers had their turn. */
  private static boolean announcesBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || length != null && !length.equals("0");
  }

  private void lastWhenEarly(RoutingContext ctx) {
    HttpConnection connection = ctx.request().connection();
    if (!ctx.request().isEnded() && !closing.contains(connection)) {
      closing.add(connection);
      ctx.response().putHeader(HttpHeaders.CONNECTION, "close");
      ctx.addEndHandler(ended -> connection.close());
    }
  }
}
