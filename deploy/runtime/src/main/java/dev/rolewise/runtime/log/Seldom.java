package dev.rolewise.runtime.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says something at most once in a while, with the number of times it happened: what happens to
 * every request of a crowd must not cost a line each. Safe from any thread.
 */
public final class Seldom {

  private final long pauseNanos;
  private final LongSupplier nanos;
  private final AtomicLong times = new AtomicLong();
  private final AtomicLong next;

  /**
   * @param pause between two lines
   */
  public Seldom(Duration pause) {
    this(pause, System::nanoTime);
  }

  Seldom(Duration pause, LongSupplier nanos) {
    this.pauseNanos = pause.toNanos();
    this.nanos = nanos;
    this.next = new AtomicLong(nanos.getAsLong());
  }

  /**
   * It happened.
   *
   * @param line writes the line, when it is time for one, and is told how often it has happened
   *     since the last one
   */
  public void say(LongConsumer line) {
    times.incrementAndGet();
    long now = nanos.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + pauseNanos)) {
      line.accept(times.getAndSet(0));
    }
  }
}
