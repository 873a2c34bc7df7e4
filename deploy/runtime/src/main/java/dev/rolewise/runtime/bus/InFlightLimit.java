package dev.rolewise.runtime.bus;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests to one target may be under way at the same time. The number follows the target:
 * it shrinks while answers come late, so that no queue grows that nobody has the patience for, and
 * grows again while they come in time. What does not fit is refused at once, which costs next to
 * nothing. Safe from any thread.
 */
final class InFlightLimit {

  static final int MOST = 256;
  static final int LEAST = 16;

  private static final double SHRINKING = 0.8;
  private static final double GROWING = 1.15;

  /** Between two changes: long enough for the last one to have shown what it does. */
  private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

  private final LongSupplier nanos;
  private double limit = MOST;
  private int inFlight;
  private long changed;

  InFlightLimit() {
    this(System::nanoTime);
  }

  InFlightLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.changed = nanos.getAsLong();
  }

  /** Whether there is a place. */
  synchronized boolean hasRoom() {
    return inFlight < (int) limit;
  }

  /** Takes a place; false when there is none. */
  synchronized boolean enter() {
    if (inFlight >= (int) limit) {
      return false;
    }
    inFlight++;
    return true;
  }

  /** Gives the place back of a request that had hardly any time: that says nothing. */
  synchronized void leave() {
    inFlight--;
  }

  /**
   * Gives the place back.
   *
   * @param late whether the answer took longer than answers should
   */
  synchronized void leave(boolean late) {
    boolean used = inFlight >= limit / 2;
    inFlight--;
    long now = nanos.getAsLong();
    if (now - changed < STEP_NANOS) {
      return;
    }
    if (late) {
      limit = Math.max(LEAST, limit * SHRINKING);
      changed = now;
    } else if (used) {
      limit = Math.min(MOST, limit * GROWING);
      changed = now;
    }
  }

  synchronized int inFlight() {
    return inFlight;
  }

  /** How many there may be at this moment. */
  synchronized int limit() {
    return (int) limit;
  }
}
