package dev.rolewise.systemtest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** For how long some processes were not ready, as somebody sees it who looks now and then. */
final class ReadinessWatch implements AutoCloseable {
  private static final long LOOK_MILLIS = 500;

  private final ScheduledExecutorService looks;
  private final Map<ServiceUnderTest, Double> longest = new ConcurrentHashMap<>();

  private ReadinessWatch(List<ServiceUnderTest> watched) {
    looks = Executors.newScheduledThreadPool(watched.size());
    for (ServiceUnderTest service : watched) {
      looks.scheduleWithFixedDelay(new Look(service), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Begins to look at each. */
  static ReadinessWatch of(List<ServiceUnderTest> watched) {
    return new ReadinessWatch(watched);
  }

  /** Looks no more; the longest time in seconds that one of them was not ready without a break. */
  double finish() throws InterruptedException {
    looks.shutdown();
    if (!looks.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new AssertionError("a look at the readiness does not end");
    }
    return longest.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  private final class Look implements Runnable {
    private final ServiceUnderTest service;
    private long began;
    private boolean unready;

    Look(ServiceUnderTest service) {
      this.service = service;
    }

    @Override
    public void run() {
      long now = System.nanoTime();
      boolean ready = service.health("/readyz").good();
      if (!ready && !unready) {
        began = now;
      }
      boolean over = ready && unready;
      unready = !ready;
      double seconds = unready || over ? (System.nanoTime() - began) / 1e9 : 0;
      longest.merge(service, seconds, Math::max);
    }
  }
}
