package dev.rolewise.runtime.bus;

import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who answers a request: its handler or, a moment before nobody listens any more, the clock.
 * Whoever comes first; the other one's word is not said.
 */
final class LastWord {

  /** What is left of the time for the answer's way back. */
  private static final int SHARE_FOR_THE_WAY = 10;

  private final AtomicBoolean said = new AtomicBoolean();
  private final Vertx vertx;
  private final long due;
  private long timer;

  private LastWord(Vertx vertx, long due) {
    this.vertx = vertx;
    this.due = due;
  }

  /**
   * Begins to wait, on the context of the request.
   *
   * @param call a request that has some time left
   * @param instead the clock's answer
   */
  static LastWord before(Vertx vertx, BusCall call, Runnable instead) {
    long left = call.remainingMillis();
    LastWord word = new LastWord(vertx, call.deadline() - left / SHARE_FOR_THE_WAY);
    word.timer =
        vertx.setTimer(
            Math.max(1, left - left / SHARE_FOR_THE_WAY),
            late -> {
              if (word.take()) {
                instead.run();
              }
            });
    return word;
  }

  /** Epoch milliseconds after which the handler is not heard. */
  long due() {
    return due;
  }

  /** Whether what fails now may have failed for lack of time. */
  boolean isDue() {
    return System.currentTimeMillis() >= due;
  }

  /** True for the first one to ask. */
  boolean take() {
    boolean first = said.compareAndSet(false, true);
    if (first) {
      vertx.cancelTimer(timer);
    }
    return first;
  }
}
