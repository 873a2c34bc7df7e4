package dev.rolewise.runtime.postgres;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Handler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.internal.Connection;
import io.vertx.sqlclient.internal.SqlConnectionInternal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one pool, of which some may lead nowhere without anybody having been told: the
 * other end's machine has crashed, or something between has begun to drop packets. PostgreSQL ends
 * every statement in time, so a question that nothing at all has followed for longer shows such a
 * connection. It is closed, whoever waits there is told, and with it go all others from which
 * nothing has come since that question either: most likely they lead to the same nowhere, and each
 * would take as long to find out. One that is not used for a while is closed by its pool, which
 * knows that nobody is about to use it; here only what is in use and silent for much longer is cut,
 * such as an answer that breaks off halfway.
 *
 * <p>For {@code PoolBuilder.withConnectHandler}; until a connection gets here the idle timeout of
 * its transport, {@link #patience}, watches over it.
 */
final class SilentConnections implements Handler<SqlConnection> {

  private static final Logger LOG = LoggerFactory.getLogger(SilentConnections.class);

  private static final String IDLE = "idle";
  private static final Duration AFTER_A_STATEMENT = Duration.ofSeconds(1);
  private static final Duration UNUSED = Duration.ofSeconds(10);
  private static final Duration AFTER_THE_POOL = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 250;

  private final DatabaseSettings settings;
  private final long patienceNanos;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();

  SilentConnections(DatabaseSettings settings) {
    this.settings = settings;
    this.patienceNanos = patience(settings).toNanos();
  }

  /** How long nothing may follow on a question, the first of a connection included. */
  static Duration patience(DatabaseSettings settings) {
    return settings.statementTimeout().plus(AFTER_A_STATEMENT);
  }

  /**
   * After which a pool closes a connection that nobody uses; longer than any statement and any
   * pause inside a transaction.
   */
  static Duration unused(DatabaseSettings settings) {
    Duration statement = settings.statementTimeout().plus(AFTER_A_STATEMENT.multipliedBy(5));
    return statement.compareTo(UNUSED) > 0 ? statement : UNUSED;
  }

  /** Never before the pool closes it: that would cut off a question that has just been asked. */
  static Duration cutAfter(DatabaseSettings settings) {
    return unused(settings).plus(AFTER_THE_POOL);
  }

  @Override
  public void handle(SqlConnection connection) {
    Channel channel = channel(connection);
    ChannelHandler cut =
        new IdleStateHandler(cutAfter(settings).toMillis(), 0, 0, TimeUnit.MILLISECONDS);
    channel.pipeline().replace(IDLE, IDLE, cut);
    channel.pipeline().addFirst("silence", new Line(channel));
    connection.close();
  }

  private static Channel channel(SqlConnection connection) {
    Connection inside = ((SqlConnectionInternal) connection).unwrap();
    while (!(inside instanceof SocketConnectionBase) && inside.unwrap() != inside) {
      inside = inside.unwrap();
    }
    return ((SocketConnectionBase) inside).socket().channelHandlerContext().channel();
  }

  /** Nothing has come on one of them since that moment. */
  private void endAllSilentSince(long question) {
    int ended = 0;
    for (Line line : lines) {
      if (line.heard - question <= 0) {
        line.channel.close();
        ended++;
      }
    }
    LOG.warn(
        "nothing came from the database {} on {}:{} for {} ms: {} connections were given up",
        settings.database(),
        settings.host(),
        settings.port(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - question),
        ended);
  }

  /** What one connection is at; all but {@code heard} belongs to its event loop. */
  private final class Line extends ChannelDuplexHandler {
    private final Channel channel;
    private volatile long heard = System.nanoTime();
    private boolean waiting;
    private long question;
    private Future<?> looking;

    Line(Channel channel) {
      this.channel = channel;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
      lines.add(this);
      looking =
          ctx.executor()
              .scheduleAtFixedRate(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
      lines.remove(this);
      looking.cancel(false);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (!waiting) {
        waiting = true;
        question = System.nanoTime();
      }
      ctx.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      waiting = false;
      heard = System.nanoTime();
      ctx.fireChannelRead(message);
    }

    private void look() {
      if (waiting && System.nanoTime() - question > patienceNanos) {
        waiting = false;
        endAllSilentSince(question);
      }
    }
  }
}
