package dev.rolewise.runtime.bus;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many requests to one target may be under way at the same time. The number follows the target:
 * it shrinks while answers come late or none comes at all, so that no queue grows that nobody has
 * the patience for, and grows again while they come in time. One that is silent among several who
 * answer in time is no queue but gone: to ask the others less would help nobody. What does not fit
 * is refused at once, which costs next to nothing. Safe from any thread.
 */
final class InFlightLimit {

  static final int MOST = 256;
  static final int LEAST = 16;

  private static final double SHRINKING = 0.8;
  private static final double GROWING = 1.15;

  /** Between two changes: long enough for the last one to have shown what it does. */
  private static final long STEP_NANOS = Duration.ofMillis(100).toNanos();

  /** Whoever has heard nothing in time for so long takes silence for a queue. */
  private static final long HEARD_NANOS = Duration.ofSeconds(1).toNanos();

  private final LongSupplier nanos;
  private double limit = MOST;
  private int inFlight;
  private long changed;
  private long heardInTime;

  InFlightLimit() {
    this(System::nanoTime);
  }

  InFlightLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.changed = nanos.getAsLong();
    this.heardInTime = changed - HEARD_NANOS;
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

  /** Gives the place back, with what the end of the request says of those who were asked. */
  synchronized void leave(LoadSign sign) {
    boolean used = inFlight >= limit / 2;
    inFlight--;
    long now = nanos.getAsLong();
    boolean allSilent = sign == LoadSign.SILENT && now - heardInTime >= HEARD_NANOS;
    if (sign == LoadSign.IN_TIME) {
      heardInTime = now;
    }
    if (now - changed < STEP_NANOS) {
      return;
    }
    if (sign == LoadSign.LATE || allSilent) {
      limit = Math.max(LEAST, limit * SHRINKING);
      changed = now;
    } else if (sign == LoadSign.IN_TIME && used) {
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
