package dev.rolewise.systemtest;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands in front of several gateways on servers: it asks each whether it is ready, a few
 * times a second, and sends requests in turn to those that are.
 */
final class ReadyGateways implements AutoCloseable {
  private static final long LOOK_MILLIS = 200;

  private final List<ServiceUnderTest> gateways;
  private final ScheduledExecutorService looks =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "ready-gateways");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger turn = new AtomicInteger();
  private final boolean[] ready;

  ReadyGateways(List<ServiceUnderTest> gateways) {
    this.gateways = List.copyOf(gateways);
    this.ready = new boolean[gateways.size()];
    for (int index = 0; index < ready.length; index++) {
      int gateway = index;
      look(gateway);
      looks.scheduleWithFixedDelay(
          () -> look(gateway), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Where the next request goes: a ready one, or the next one in turn when none is. */
  String next() {
    int first = Math.floorMod(turn.getAndIncrement(), gateways.size());
    for (int step = 0; step < gateways.size(); step++) {
      int candidate = (first + step) % gateways.size();
      if (isReady(candidate)) {
        return gateways.get(candidate).url();
      }
    }
    return gateways.get(first).url();
  }

  private void look(int gateway) {
    boolean now = gateways.get(gateway).health("/readyz").good();
    synchronized (ready) {
      ready[gateway] = now;
    }
  }

  private boolean isReady(int gateway) {
    synchronized (ready) {
      return ready[gateway];
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
