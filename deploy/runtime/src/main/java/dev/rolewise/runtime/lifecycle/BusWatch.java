package dev.rolewise.runtime.lifecycle;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a process up whose bus has been dead for long: its place in the cluster is lost for good,
 * and a new process finds one. Asks only for the process's own echo; that others are away is no
 * reason to end.
 */
final class BusWatch {

  private static final Logger LOG = LoggerFactory.getLogger(BusWatch.class);
  private static final int LOOKS = 20;
  private static final long SHORTEST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 5_000;

  private final Vertx vertx;
  private final Supplier<Future<Void>> echo;
  private final Duration patience;
  private final long everyMillis;
  private final Runnable giveUp;
  private long timer = -1;
  private long heard = System.nanoTime();
  private boolean asking;

  private BusWatch(Vertx vertx, Supplier<Future<Void>> echo, Duration patience, Runnable giveUp) {
    this.vertx = vertx;
    this.echo = echo;
    this.patience = patience;
    this.everyMillis =
        Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, patience.toMillis() / LOOKS));
    this.giveUp = giveUp;
  }

  /**
   * Watches until it is stopped or gives up.
   *
   * @param echo whether the bus delivers
   * @param patience how long it may be dead
   * @param giveUp called once, on an event loop
   */
  static BusWatch start(
      Vertx vertx, Supplier<Future<Void>> echo, Duration patience, Runnable giveUp) {
    BusWatch watch = new BusWatch(vertx, echo, patience, giveUp);
    watch.timer = vertx.setPeriodic(watch.everyMillis, tick -> watch.look());
    return watch;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private synchronized void look() {
    Duration silent = Duration.ofNanos(System.nanoTime() - heard);
    if (silent.compareTo(patience) > 0) {
      stop();
      LOG.error("the bus has been dead for {} s: this process gives up", silent.toSeconds());
      giveUp.run();
    } else if (!asking) {
      asking = true;
      Future.succeededFuture()
          .compose(go -> echo.get())
          .timeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
          .onComplete(answer -> answered(answer.succeeded()));
    }
  }

  private synchronized void answered(boolean delivered) {
    asking = false;
    if (delivered) {
      heard = System.nanoTime();
    }
  }
}
