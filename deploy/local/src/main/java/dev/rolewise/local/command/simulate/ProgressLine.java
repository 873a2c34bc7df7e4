package dev.rolewise.local.command.simulate;

import java.io.Console;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One line on a terminal that is written over and wiped in the end; nothing anywhere else, so that
 * what is piped or logged stays clean.
 */
final class ProgressLine implements AutoCloseable {

  private static final long NANOS_BETWEEN = 200_000_000;

  private final int all;
  private final boolean shown;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong last = new AtomicLong(System.nanoTime());

  private ProgressLine(int all, boolean shown) {
    this.all = all;
    this.shown = shown;
  }

  static ProgressLine onTerminal(int all) {
    return new ProgressLine(all, isTerminal());
  }

  /** From Java 22 on there is a console without a terminal too; it says so itself. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }

  /** So many more are done; from any thread. */
  void add(int more) {
    int now = done.addAndGet(more);
    long then = last.get();
    long moment = System.nanoTime();
    if (shown && moment - then > NANOS_BETWEEN && last.compareAndSet(then, moment)) {
      System.err.printf("\rSimulating: %,d of %,d teams", now, all);
      System.err.flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      System.err.print("\r" + " ".repeat(60) + "\r");
      System.err.flush();
    }
  }
}
