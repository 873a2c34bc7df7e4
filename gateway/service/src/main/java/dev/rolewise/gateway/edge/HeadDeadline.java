package dev.rolewise.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The time the head of a request may take: the first from the moment the connection opens, later
 * ones from their first byte, since a connection may rest between two requests. An idle timeout
 * does not stop a head that comes a byte at a time, and no handler of requests sees it before it is
 * whole. Whoever is late is cut off without a word: there is no request that could be answered.
 *
 * <p>For {@code HttpServer.connectionHandler} of a server that takes HTTP/1 only.
 */
public final class HeadDeadline implements Handler<HttpConnection> {

  static final String DECODER = "httpDecoder";

  private final long millis;
  private final Runnable late;

  /**
   * @param limit for a whole head, at least a millisecond
   * @param late called for each head that had begun and was cut off
   */
  public HeadDeadline(Duration limit, Runnable late) {
    this.millis = limit.toMillis();
    this.late = late;
  }

  @Override
  public void handle(HttpConnection connection) {
    ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
    Watch watch = new Watch(pipeline.context(DECODER), millis, late);
    pipeline.addBefore(DECODER, "headStarts", watch.starts());
    pipeline.addAfter(DECODER, "headEnds", watch.ends());
    watch.begin();
  }

  /** What one connection is at. Only ever touched by the connection's own event loop. */
  private static final class Watch {
    private final ChannelHandlerContext context;
    private final long millis;
    private final Runnable late;
    private boolean betweenRequests = true;
    private boolean begun;
    private Future<?> timer;

    Watch(ChannelHandlerContext context, long millis, Runnable late) {
      this.context = context;
      this.millis = millis;
      this.late = late;
    }

    void begin() {
      if (timer == null) {
        timer = context.executor().schedule(this::cutOff, millis, TimeUnit.MILLISECONDS);
      }
    }

    private void end() {
      if (timer != null) {
        timer.cancel(false);
        timer = null;
      }
    }

    private void cutOff() {
      if (betweenRequests) {
        if (begun) {
          late.run();
        }
        context.close();
      }
    }

    /** Bytes on their way to the decoder. */
    ChannelInboundHandlerAdapter starts() {
      return new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object bytes) {
          if (betweenRequests && bytes instanceof ByteBuf buffer && buffer.isReadable()) {
            begun = true;
            begin();
          }
          ctx.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
          end();
          ctx.fireChannelInactive();
        }
      };
    }

    /** What the decoder made of them. */
    ChannelInboundHandlerAdapter ends() {
      return new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object part) {
          if (part instanceof HttpRequest) {
            betweenRequests = false;
            end();
          }
          if (part instanceof LastHttpContent) {
            betweenRequests = true;
            begun = false;
          }
          ctx.fireChannelRead(part);
        }
      };
    }
  }
}
