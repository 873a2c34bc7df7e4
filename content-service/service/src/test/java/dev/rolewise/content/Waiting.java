package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for futures on the test's own thread. */
public final class Waiting {
  private static final int SECONDS = 20;

  private Waiting() {}

  /** The value, within a generous time. */
  public static <T> T until(Future<T> future) {
    CompletableFuture<T> waiting = future.toCompletionStage().toCompletableFuture();
    try {
      return waiting.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("failed: " + failed.getCause(), failed.getCause());
    } catch (InterruptedException | TimeoutException late) {
      throw new AssertionError("nothing happened", late);
    }
  }

  /** What the future fails with, which must be of this type. */
  public static <E extends Throwable> E failure(Class<E> type, Future<?> future) {
    AssertionError failed = assertThrows(AssertionError.class, () -> until(future));
    return assertInstanceOf(type, failed.getCause());
  }
}
