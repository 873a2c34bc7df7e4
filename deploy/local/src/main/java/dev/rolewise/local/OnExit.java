package dev.rolewise.local;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that must not stay open when the program is ended before its time, by Ctrl-C for
 * instance, not even when that happens while it is being opened.
 */
final class OnExit<T> implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch left = new CountDownLatch(1);
  private final Consumer<T> cleaning;
  private final Thread hook = new Thread(this::clean, "clean up");
  private T opened;

  private OnExit(Consumer<T> cleaning) {
    this.cleaning = cleaning;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Opens it.
   *
   * @param opener must leave nothing behind when it fails
   * @param cleaning what to do when the program is ended before this is closed
   */
  static <T> OnExit<T> open(Supplier<T> opener, Consumer<T> cleaning) {
    OnExit<T> guarded = new OnExit<>(cleaning);
    try {
      guarded.open(opener);
      return guarded;
    } catch (RuntimeException failed) {
      guarded.close();
      throw failed;
    }
  }

  T get() {
    return opened;
  }

  /** The work is done, or has given up: nothing has to be cleaned up any more. */
  @Override
  public void close() {
    left.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // too late for that: the program is being ended, and the hook waits for no more than this
    }
  }

  private synchronized void open(Supplier<T> opener) {
    opened = opener.get();
  }

  /** Waits for the end of the opening. */
  private synchronized void clean() {
    if (opened == null) {
      return;
    }
    cleaning.accept(opened);
    try {
      // what was under way now fails and puts its own things away
      left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
