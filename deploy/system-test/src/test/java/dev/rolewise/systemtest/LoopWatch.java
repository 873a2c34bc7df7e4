package dev.rolewise.systemtest;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks every event loop of a Vert.x again and again to do nothing, and notes who kept it from doing
 * so for long. That a machine has no processor to spare is not counted: the loop must have used it
 * itself for so long, or have waited for somebody.
 */
final class LoopWatch implements AutoCloseable {
  private static final long PAUSE_MILLIS = 10;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final long longestNanos;
  private final List<Loop> loops = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread watcher = new Thread(this::watch, "loop-watch");
  private final AtomicLong looks = new AtomicLong();
  private long longestWaitNanos;
  private long longestWorkNanos;

  private LoopWatch(Vertx vertx, Duration longest) {
    longestNanos = longest.toNanos();
    for (EventExecutor executor : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      loops.add(new Loop(executor));
    }
    watcher.setDaemon(true);
    watcher.start();
  }

  static LoopWatch over(Vertx vertx, Duration longest) {
    return new LoopWatch(vertx, longest);
  }

  /** Waits until the loops have been asked so many times more. */
  void awaitLooks(int more) {
    long enough = looks.get() + more;
    while (looks.get() < enough && watcher.isAlive()) {
      Thread.onSpinWait();
    }
  }

  /** Stops watching and tells what was longer, with what the loop was doing then. */
  List<String> blocks() throws InterruptedException {
    end.countDown();
    watcher.join();
    return List.copyOf(blocks);
  }

  /** What was seen, for people. */
  String figures() {
    return "%d loops asked %d times, longest work %d ms, longest wait %d ms"
        .formatted(
            loops.size(),
            looks.get(),
            TimeUnit.NANOSECONDS.toMillis(longestWorkNanos),
            TimeUnit.NANOSECONDS.toMillis(longestWaitNanos));
  }

  @Override
  public void close() throws InterruptedException {
    blocks();
  }

  private void watch() {
    try {
      while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        loops.forEach(Loop::look);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Loop {
    private final EventExecutor executor;
    private volatile Thread thread;
    private volatile long answered;
    private long asked;
    private long workBefore;
    private long waitingSince;
    private long waited;
    private String doing = "";
    private String atLast = "";

    Loop(EventExecutor executor) {
      this.executor = executor;
      ask();
    }

    private void ask() {
      answered = 0;
      waited = 0;
      waitingSince = 0;
      doing = "";
      atLast = "";
      workBefore = thread == null ? 0 : threads.getThreadCpuTime(thread.getId());
      asked = System.nanoTime();
      looks.incrementAndGet();
      executor.execute(
          () -> {
            thread = Thread.currentThread();
            answered = System.nanoTime();
          });
    }

    void look() {
      long now = answered;
      if (now == 0) {
        sample();
        return;
      }
      if (thread != null && workBefore > 0) {
        judge(now - asked, threads.getThreadCpuTime(thread.getId()) - workBefore);
      }
      ask();
    }

    private void judge(long wait, long work) {
      longestWaitNanos = Math.max(longestWaitNanos, wait);
      longestWorkNanos = Math.max(longestWorkNanos, Math.min(wait, work));
      if (wait > longestNanos && (work > longestNanos || waited > longestNanos)) {
        blocks.add(
            "%s for %d ms (worked %d ms, waited for others %d ms): %s"
                .formatted(
                    thread.getName(),
                    TimeUnit.NANOSECONDS.toMillis(wait),
                    TimeUnit.NANOSECONDS.toMillis(work),
                    TimeUnit.NANOSECONDS.toMillis(waited),
                    doing.equals(atLast) ? doing : doing + ", at last " + atLast));
      }
    }

    /** What it does while it does not answer; how long it has been waiting for somebody. */
    private void sample() {
      if (thread == null) {
        return;
      }
      StackTraceElement[] stack = thread.getStackTrace();
      boolean waits =
          thread.getState() != Thread.State.RUNNABLE
              || stack.length > 0 && stack[0].isNativeMethod() && blocks(stack[0]);
      if (!waits) {
        waitingSince = 0;
      } else if (waitingSince == 0) {
        waitingSince = System.nanoTime();
      } else {
        waited = Math.max(waited, System.nanoTime() - waitingSince);
      }
      boolean busy = stack.length > 0 && !isIdle(stack[0]);
      if (busy && System.nanoTime() - asked > longestNanos / 2) {
        // what comes last may be the way out of it already
        atLast = List.of(stack).stream().limit(12).map(Object::toString).toList().toString();
        doing = doing.isEmpty() ? atLast : doing;
      }
    }

    /** Files, names and old sockets; a selector's socket never waits, however long it seems to. */
    private boolean blocks(StackTraceElement top) {
      String name = top.getClassName();
      return name.startsWith("java.io.")
          || name.startsWith("java.net.")
          || name.startsWith("sun.nio.fs.");
    }

    private boolean isIdle(StackTraceElement top) {
      String name = top.getClassName() + "." + top.getMethodName();
      return name.contains("poll") || name.contains("Poll") || name.contains("select");
    }
  }
}
