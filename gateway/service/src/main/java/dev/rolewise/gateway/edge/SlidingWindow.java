package dev.rolewise.gateway.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How often something happened per key in the time just past, exactly. Shared by event loops.
 * Bounded: beyond the largest number of keys the one that was quiet for longest is forgotten.
 */
final class SlidingWindow {

  private final IntSupplier limit;
  private final long windowMillis;
  private final int mostKeys;
  private final LongSupplier clock;

  /** Quietest key first. */
  private final Map<String, Deque<Long>> times = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param limit times allowed within the window, at least 1; asked anew each time
   * @param clock milliseconds that never go back
   */
  SlidingWindow(IntSupplier limit, long windowMillis, int mostKeys, LongSupplier clock) {
    this.limit = limit;
    this.windowMillis = windowMillis;
    this.mostKeys = mostKeys;
    this.clock = clock;
  }

  /**
   * Counts one if there is room.
   *
   * @return 0 when it was counted, else seconds until there is room again
   */
  synchronized int take(String key) {
    int wait = waitSeconds(key);
    if (wait == 0) {
      count(key);
    }
    return wait;
  }

  /** Counts one, room or not. */
  synchronized void count(String key) {
    long now = forgetOld();
    Deque<Long> own = times.computeIfAbsent(key, fresh -> new ArrayDeque<>(4));
    own.addLast(now);
    while (own.size() > limit.getAsInt()) {
      own.removeFirst();
    }
    if (times.size() > mostKeys) {
      times.remove(times.keySet().iterator().next());
    }
  }

  /** Seconds until there is room, 0 when there is. */
  synchronized int waitSeconds(String key) {
    long now = forgetOld();
    Deque<Long> own = times.get(key);
    if (own == null) {
      return 0;
    }
    while (!own.isEmpty() && own.peekFirst() <= now - windowMillis) {
      own.removeFirst();
    }
    int surplus = own.size() - limit.getAsInt();
    if (surplus < 0) {
      return 0;
    }
    // a limit that has sunk since leaves more than one to wait for
    long millis = own.stream().skip(surplus).findFirst().orElseThrow() + windowMillis - now;
    return (int) Math.max(1, (millis + 999) / 1000);
  }

  /** Drops keys with nothing left in the window; for a timer, so that quiet hours forget too. */
  synchronized long forgetOld() {
    long now = clock.getAsLong();
    var quietest = times.values().iterator();
    while (quietest.hasNext()) {
      Deque<Long> own = quietest.next();
      if (!own.isEmpty() && own.peekLast() > now - windowMillis) {
        break;
      }
      quietest.remove();
    }
    return now;
  }

  synchronized int keys() {
    return times.size();
  }
}
