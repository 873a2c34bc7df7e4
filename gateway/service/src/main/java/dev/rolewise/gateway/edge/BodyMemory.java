package dev.rolewise.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How much may be kept of bodies that have not ended. Each of them is small, all connections'
 * together are more than a small process has. Where there is no more room the one that has been
 * coming for longest is cut off: whoever sends a sheet is done in a moment, so it is hardly ever
 * somebody who means well. One per process.
 */
final class BodyMemory {

  private static final int SHARE_OF_MEMORY = 8;

  private final long most;
  private final Runnable cutOff;
  private final Set<Body> coming = new LinkedHashSet<>();
  private long kept;

  /**
   * @param most bytes
   * @param cutOff called for each body that had to go
   */
  BodyMemory(long most, Runnable cutOff) {
    this.most = most;
    this.cutOff = cutOff;
  }

  /** A share of what the process has; buffers that grow take up to twice their content. */
  static long usual() {
    return Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
  }

  /** Watches over one connection, behind its decoder. */
  ChannelInboundHandlerAdapter watch(Channel channel) {
    return new Body(channel);
  }

  private synchronized void grow(Body body, int bytes) {
    coming.add(body);
    body.kept += bytes;
    kept += bytes;
    Iterator<Body> oldest = coming.iterator();
    while (kept > most && oldest.hasNext()) {
      Body goes = oldest.next();
      oldest.remove();
      kept -= goes.kept;
      goes.kept = 0;
      cutOff.run();
      goes.channel.close();
    }
  }

  private synchronized void ended(Body body) {
    if (coming.remove(body)) {
      kept -= body.kept;
      body.kept = 0;
    }
  }

  /** The body that is coming over one connection. */
  private final class Body extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private long kept;

    Body(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object part) {
      if (part instanceof LastHttpContent) {
        ended(this);
      } else if (part instanceof HttpContent content && content.content().isReadable()) {
        grow(this, content.content().readableBytes());
      }
      ctx.fireChannelRead(part);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      ended(this);
      ctx.fireChannelInactive();
    }
  }
}
