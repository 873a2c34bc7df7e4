package dev.rolewise.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Drops a connection together with what is still to be written to it. The ordinary close first
 * writes everything, which never ends when the other side does not read.
 */
public final class HardClose {

  private HardClose() {}

  public static void drop(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2
        && request.connection() instanceof ConnectionBase connection) {
      ChannelHandlerContext first = connection.channel().pipeline().firstContext();
      if (first != null) {
        // handlers that wait for writes come after the first context and are not asked
        first.close();
      }
    } else {
      request.response().reset();
    }
  }
}
