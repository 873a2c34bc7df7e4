package dev.rolewise.gateway.edge;

import dev.rolewise.gateway.problem.Problem;
import dev.rolewise.gateway.problem.ProblemCode;
import dev.rolewise.gateway.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.VertxConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/**
 * The time a whole request may take, its body included: an idle timeout does not stop a body that
 * comes a byte at a time. Late bodies get 408, late answers 503; both close the connection. An
 * answer that is there but has not been taken by then is dropped with its connection: an idle
 * timeout does not stop a client that takes a byte at a time. Whoever answers after all must look
 * whether the response has ended.
 */
public final class Deadline implements Handler<RoutingContext> {

  private static final String KEY = "dev.rolewise.deadline";

  private final long millis;

  /**
   * @param timer that ends the request
   * @param moment at which it does, epoch milliseconds
   */
  private record Running(long timer, long moment) {}

  /**
   * @param limit from the request's head to the end of its answer, at least a millisecond
   */
  public Deadline(Duration limit) {
    this.millis = limit.toMillis();
  }

  @Override
  public void handle(RoutingContext ctx) {
    // noted first: whoever is asked on the way is never given longer than the client waits
    long moment = System.currentTimeMillis() + millis;
    long timer = ctx.vertx().setTimer(millis, late -> expire(ctx));
    ctx.put(KEY, new Running(timer, moment));
    ctx.addEndHandler(
        ended -> written(ctx.request()).onComplete(all -> ctx.vertx().cancelTimer(timer)));
    ctx.next();
  }

  /** Lets this request go on for as long as it likes: for streams. */
  public static void lift(RoutingContext ctx) {
    Running running = ctx.remove(KEY);
    if (running != null) {
      ctx.vertx().cancelTimer(running.timer());
    }
  }

  /**
   * Until when a request has somebody who waits for its answer, for whatever is asked for it and
   * for no other.
   *
   * @return epoch milliseconds, {@code Long.MAX_VALUE} for streams
   */
  public static long of(RoutingContext ctx) {
    Running running = ctx.get(KEY);
    return running == null ? Long.MAX_VALUE : running.moment();
  }

  /** Done when nothing of the answer waits for its reader; an ended answer may wait whole. */
  private static Future<Void> written(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2
        && request.connection() instanceof VertxConnection connection) {
      Promise<Void> last = Promise.promise();
      // nothing, but its turn comes after all that was written before
      connection.writeToChannel(Unpooled.EMPTY_BUFFER, last);
      return last.future();
    }
    return Future.succeededFuture();
  }

  private static void expire(RoutingContext ctx) {
    if (ctx.response().ended()) {
      HardClose.drop(ctx.request());
      return;
    }
    if (ctx.failed()) {
      return;
    }
    ProblemCode kind =
        ctx.request().isEnded() ? ProblemCode.UNAVAILABLE : ProblemCode.REQUEST_TIMEOUT;
    int wait = Problem.of(kind).retryAfter();
    ctx.fail(new ProblemException(new Problem(kind, List.of(), wait, "", true)));
  }
}
