package dev.rolewise.runtime.cluster;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.concurrent.ThreadFactory;

/**
 * The usual transport, which tells of every encrypted connection that came to nothing. The event
 * bus opens its own server and lets nobody see who fails at its door; the transport is the one
 * place where all connections pass by. No other server of these processes encrypts.
 */
final class GuardedTransport implements Transport, io.vertx.core.transport.Transport {

  private final Transport usual = io.vertx.core.transport.Transport.NIO.implementation();
  private final Strangers strangers;

  GuardedTransport(Strangers strangers) {
    this.strangers = strangers;
  }

  @Override
  public void configure(NetServerOptions options, boolean domain, ServerBootstrap bootstrap) {
    usual.configure(options, domain, bootstrap);
    if (options.isSsl()) {
      bootstrap.handler(new Door(strangers));
    }
  }

  /** Sees every connection before anything is read from it. */
  @Sharable
  private static final class Door extends ChannelInboundHandlerAdapter {

    private final Strangers strangers;

    Door(Strangers strangers) {
      this.strangers = strangers;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
      if (accepted instanceof Channel connection) {
        connection.pipeline().addLast(new Handshake(strangers));
      }
      ctx.fireChannelRead(accepted);
    }
  }

  /** Waits for the first bytes: who only looks whether somebody listens is no stranger. */
  private static final class Handshake extends ChannelInboundHandlerAdapter {

    private final Strangers strangers;

    Handshake(Strangers strangers) {
      this.strangers = strangers;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
      SslHandler encryption = ctx.pipeline().get(SslHandler.class);
      if (encryption != null) {
        java.net.SocketAddress from = ctx.channel().remoteAddress();
        encryption
            .handshakeFuture()
            .addListener(
                done -> {
                  if (!done.isSuccess()) {
                    strangers.cutOff(from, done.cause());
                  }
                });
        ctx.pipeline().remove(this);
      }
      ctx.fireChannelRead(bytes);
    }
  }

  @Override
  public String name() {
    return "guarded";
  }

  @Override
  public boolean available() {
    return usual.isAvailable();
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public boolean supportsDomainSockets() {
    return usual.supportsDomainSockets();
  }

  @Override
  public boolean supportFileRegion() {
    return usual.supportFileRegion();
  }

  @Override
  public boolean isAvailable() {
    return usual.isAvailable();
  }

  @Override
  public Throwable unavailabilityCause() {
    return usual.unavailabilityCause();
  }

  @Override
  public java.net.SocketAddress convert(SocketAddress address) {
    return usual.convert(address);
  }

  @Override
  public SocketAddress convert(java.net.SocketAddress address) {
    return usual.convert(address);
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return usual.ioHandlerFactory();
  }

  @Override
  public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
    return usual.eventLoopGroup(type, threads, factory, ioRatio);
  }

  @Override
  public DatagramChannel datagramChannel() {
    return usual.datagramChannel();
  }

  @Override
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return usual.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domain) {
    return usual.channelFactory(domain);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domain) {
    return usual.serverChannelFactory(domain);
  }

  @Override
  public void configure(DatagramChannel channel, DatagramSocketOptions options) {
    usual.configure(channel, options);
  }

  @Override
  public void configure(
      ClientOptionsBase options,
      int connectMillis,
      boolean domain,
      io.netty.bootstrap.Bootstrap bootstrap) {
    usual.configure(options, connectMillis, domain, bootstrap);
  }
}
