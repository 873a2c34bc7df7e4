package dev.rolewise.gateway.edge;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Makes requests unreadable that speak another version than 1.0 and 1.1. Otherwise the server
 * answers them itself, before any handler, with a 501 that has none of our headers; and it repeats
 * whatever version they made up. For a connection that takes HTTP/1 only.
 */
public final class KnownVersions implements Handler<HttpConnection> {

  private final Check check = new Check();
  private final Handler<HttpConnection> next;

  /**
   * @param next gets every connection
   */
  public KnownVersions(Handler<HttpConnection> next) {
    this.next = next;
  }

  @Override
  public void handle(HttpConnection connection) {
    ((ConnectionBase) connection)
        .channel()
        .pipeline()
        .addAfter(HeadDeadline.DECODER, "versions", check);
    next.handle(connection);
  }

  @Sharable
  private static final class Check extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
      // the decoder has one object for each of the two
      if (part instanceof HttpRequest request
          && request.protocolVersion() != HttpVersion.HTTP_1_1
          && request.protocolVersion() != HttpVersion.HTTP_1_0) {
        if (request.decoderResult().isSuccess()) {
          request.setDecoderResult(
              DecoderResult.failure(new IllegalArgumentException("another version of HTTP")));
        }
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
      }
      ctx.fireChannelRead(part);
    }
  }
}
