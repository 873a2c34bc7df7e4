package dev.rolewise.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * How many requests one connection may send without waiting for answers: they are answered in their
 * order, and those that wait for that are kept. Whoever sends more is cut off. To stand behind the
 * decoder and the encoder of a connection; belongs to its event loop.
 */
final class PipelineLimit extends ChannelDuplexHandler {

  /** No browser sends a second one, no proxy more than a few. */
  static final int MOST = 32;

  private final Runnable beyond;
  private int unanswered;
  private boolean over;

  /**
   * @param beyond called once for a connection that is cut off
   */
  PipelineLimit(Runnable beyond) {
    this.beyond = beyond;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object part) {
    if (!over && part instanceof HttpRequest && ++unanswered > MOST) {
      over = true;
      beyond.run();
      ctx.close();
    }
    if (over) {
      ReferenceCountUtil.release(part);
    } else {
      ctx.fireChannelRead(part);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object part, ChannelPromise promise) {
    if (part instanceof LastHttpContent && !isInterim(part)) {
      unanswered--;
    }
    ctx.write(part, promise);
  }

  /** 100 Continue is complete, and no answer. */
  private static boolean isInterim(Object part) {
    return part instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
