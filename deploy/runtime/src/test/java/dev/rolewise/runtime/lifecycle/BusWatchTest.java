package dev.rolewise.runtime.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aBusThatFailsForLongIsGivenUpOnce() throws Exception {
    long start = System.nanoTime();
    watch(() -> Future.failedFuture("dead"));
    assertTrue(end.await(10, TimeUnit.SECONDS), "never given up");
    assertTrue(System.nanoTime() - start > PATIENCE.toNanos(), "given up too soon");
    pass(PATIENCE);
    assertEquals(1, givenUp.get());
  }

  @Test
  void soIsOneThatNeverAnswersOrThrows() throws Exception {
    watch(
        () -> {
          if (asked.get() > 2) {
            throw new IllegalStateException("closed");
          }
          return Promise.<Void>promise().future();
        });
    assertTrue(end.await(20, TimeUnit.SECONDS), "never given up");
  }

  @Test
  void oneAnswerInTimeStartsThePatienceAnew() throws Exception {
    // three of four fail: never for as long as the patience
    watch(
        () ->
            asked.get() % 4 == 0
                ? Future.succeededFuture()
                : Future.failedFuture("dead for a moment"));
    pass(PATIENCE.multipliedBy(3));
    assertEquals(0, givenUp.get());
    assertTrue(asked.get() > 8, asked + " looks");
  }

  private void watch(Supplier<Future<Void>> echo) {
    BusWatch.start(
        vertx,
        () -> {
          asked.incrementAndGet();
          return echo.get();
        },
        PATIENCE,
        () -> {
          givenUp.incrementAndGet();
          end.countDown();
        });
  }

  private void pass(Duration time) throws Exception {
    vertx
        .timer(time.toMillis(), TimeUnit.MILLISECONDS)
        .toCompletionStage()
        .toCompletableFuture()
        .get(60, TimeUnit.SECONDS);
  }
}
