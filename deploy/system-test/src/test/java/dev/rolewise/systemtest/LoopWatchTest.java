package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever keeps an event loop busy or waiting is noticed; a loop that has nothing to do is not. */
class LoopWatchTest {
  private static final Duration LONGEST = Duration.ofMillis(100);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void workIsNoticed() throws Exception {
    List<String> blocks = during(() -> assertTrue(work(300) != 0));
    assertTrue(blocks.stream().anyMatch(it -> it.contains("LoopWatchTest.work")), "" + blocks);
  }

  @Test
  void waitingIsNoticed() throws Exception {
    CountDownLatch nobody = new CountDownLatch(1);
    List<String> blocks =
        during(
            () -> {
              try {
                nobody.await(300, TimeUnit.MILLISECONDS);
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    assertTrue(blocks.stream().anyMatch(it -> it.contains("CountDownLatch.await")), "" + blocks);
  }

  @Test
  void restIsNot() throws Exception {
    assertEquals(List.of(), during(() -> {}));
  }

  private List<String> during(Runnable onLoop) throws Exception {
    try (LoopWatch watch = LoopWatch.over(vertx, LONGEST)) {
      // the first answer only tells which thread it is
      watch.awaitLooks(50);
      CountDownLatch done = new CountDownLatch(1);
      vertx.runOnContext(
          now -> {
            onLoop.run();
            done.countDown();
          });
      assertTrue(done.await(20, TimeUnit.SECONDS));
      watch.awaitLooks(50);
      return watch.blocks();
    }
  }

  /** So much of a processor's time. */
  private static long work(long millis) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long sum = 1;
    while (threads.getCurrentThreadCpuTime() < end) {
      for (int times = 0; times < 1_000_000; times++) {
        sum = sum * 31 + times;
      }
    }
    return sum;
  }
}
