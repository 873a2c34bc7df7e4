package dev.rolewise.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What clients were answered, and how long they waited. */
public final class Answers {

  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long[] waits = new long[1024];
  private int count;
  private long took;
  private String odd;
  private long withoutRetry;

  void add(int status, long nanos, byte[] answer, int length) {
    if (count == waits.length) {
      waits = Arrays.copyOf(waits, 2 * count);
    }
    waits[count++] = nanos;
    statuses.merge(status, 1L, Long::sum);
    if (status >= 400) {
      String said = new String(answer, 0, length, StandardCharsets.UTF_8);
      odd = odd == null ? said : odd;
      withoutRetry += said.toLowerCase(Locale.ROOT).contains("\r\nretry-after:") ? 0 : 1;
    }
  }

  void took(long nanos) {
    took = nanos;
  }

  /** How many there were. */
  public int count() {
    return count;
  }

  /** How many of a kind. */
  public long of(int status) {
    return statuses.getOrDefault(status, 0L);
  }

  public Map<Integer, Long> statuses() {
    return Map.copyOf(statuses);
  }

  /** Refusals that do not say when to come back. */
  public long refusedWithoutRetry() {
    return withoutRetry;
  }

  public double perSecond(int status) {
    return of(status) / (took / 1e9);
  }

  /** The wait that so large a part of the clients did not exceed, in milliseconds. */
  public double waitMillis(double part) {
    long[] sorted = Arrays.copyOf(waits, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (part * count))] / 1e6;
  }

  /** Fails when anybody was answered anything else: that would make everything look cheap. */
  public Answers all(int status) {
    if (of(status) != count) {
      throw new IllegalStateException("not only " + status + " but " + statuses + ": " + odd);
    }
    return this;
  }
}
