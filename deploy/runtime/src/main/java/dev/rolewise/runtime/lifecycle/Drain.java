package dev.rolewise.runtime.lifecycle;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly end of a process that is told to stop, at whatever point of its start: the machine
 * waits for it, but not for ever.
 */
final class Drain {

  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  /** Leaving the cluster hands over what this member kept for the others. */
  private static final Duration LEAVING = Duration.ofSeconds(20);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Duration longest;
  private final Thread hook = new Thread(this::run, "drain");
  private volatile Optional<Vertx> vertx = Optional.empty();
  private volatile Optional<ServiceProcess> process = Optional.empty();

  private Drain(RuntimeSettings settings) {
    this.longest = settings.drainDelay().plus(settings.stopTimeout()).plus(LEAVING);
  }

  /** From now on SIGTERM and Ctrl-C end the process this way. */
  static Drain onExit(RuntimeSettings settings) {
    Drain drain = new Drain(settings);
    Runtime.getRuntime().addShutdownHook(drain.hook);
    return drain;
  }

  /** This has to be closed from now on: being a member of a cluster ends with a goodbye. */
  void opened(Vertx open) {
    vertx = Optional.of(open);
  }

  /** This is to be stopped before that, whether it has finished its start or not. */
  void begun(ServiceProcess begun) {
    process = Optional.of(begun);
  }

  /**
   * The process ends for a reason of its own.
   *
   * @return false when it has been told to stop already, and ends that way
   */
  boolean callOff() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException underWay) {
      return false;
    }
  }

  /** Returns when the process has ended everything. */
  void await() {
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    long began = System.nanoTime();
    if (process.isEmpty()) {
      LOG.info("stopping before the start has begun");
    }
    process.ifPresent(
        one -> {
          CountDownLatch stopped = new CountDownLatch(1);
          one.stop().onComplete(done -> stopped.countDown());
          awaitAtMost(stopped, longest);
        });
    vertx.ifPresent(
        one -> {
          CountDownLatch closed = new CountDownLatch(1);
          one.close().onComplete(done -> closed.countDown());
          awaitAtMost(closed, LEAVING);
        });
    LOG.info("stopped after {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
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
