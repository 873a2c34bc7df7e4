package dev.rolewise.runtime.lifecycle;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The orderly end of a process that is told to stop: the machine waits for it, but not for ever.
 */
final class Drain {

  /** Leaving the cluster hands over what this member kept for the others. */
  private static final Duration LEAVING = Duration.ofSeconds(20);

  private final CountDownLatch ended = new CountDownLatch(1);

  private Drain() {}

  /** From now on SIGTERM and Ctrl-C end the process this way. */
  static Drain onExit(Vertx vertx, ServiceProcess process, RuntimeSettings settings) {
    Drain drain = new Drain();
    Duration longest = settings.drainDelay().plus(settings.stopTimeout()).plus(LEAVING);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> drain.run(vertx, process, longest), "drain"));
    return drain;
  }

  /** Returns when the process has ended everything. */
  void await() {
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Vertx vertx, ServiceProcess process, Duration longest) {
    CountDownLatch stopped = new CountDownLatch(1);
    process.stop().onComplete(done -> stopped.countDown());
    awaitAtMost(stopped, longest);
    CountDownLatch closed = new CountDownLatch(1);
    vertx.close().onComplete(done -> closed.countDown());
    awaitAtMost(closed, LEAVING);
    ended.countDown();
  }

  private static void awaitAtMost(CountDownLatch latch, Duration longest) {
    try {
      latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
