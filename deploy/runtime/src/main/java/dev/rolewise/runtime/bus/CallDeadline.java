package dev.rolewise.runtime.bus;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxServiceProvider;
import io.vertx.core.spi.context.storage.ContextLocal;

/**
 * Until when the request that is being handled has somebody who waits for it. Goes along with the
 * request's own context, through every future, without a parameter of its own; found by whatever is
 * asked on its behalf: the database, another service.
 */
public final class CallDeadline implements VertxServiceProvider {

  private static final ContextLocal<Long> MOMENT = ContextLocal.registerLocal(Long.class);

  /** For Vert.x, which has to know about it before its first context is made. */
  public CallDeadline() {
    // the field above is all there is to it
  }

  @Override
  public void init(VertxBootstrap builder) {
    // loading this class was enough
  }

  /** Whether nobody waits any more. Never so outside of a request. */
  public static boolean hasPassed() {
    return hasPassed(current());
  }

  /**
   * The same about a request that is somebody else's.
   *
   * @param moment what {@link #current()} said in its context
   */
  public static boolean hasPassed(long moment) {
    return moment < System.currentTimeMillis();
  }

  /** Epoch milliseconds; {@code Long.MAX_VALUE} outside of a request. */
  public static long current() {
    Context context = Vertx.currentContext();
    Long moment = context == null ? null : context.getLocal(MOMENT);
    return moment == null ? Long.MAX_VALUE : moment;
  }

  /** What follows is nobody's request any more: nobody waits for it, and so it has no deadline. */
  public static void lift() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.removeLocal(MOMENT);
    }
  }

  /** Notes it on the context of the message that is being handled. */
  static void set(long moment) {
    Vertx.currentContext().putLocal(MOMENT, moment);
  }
}
