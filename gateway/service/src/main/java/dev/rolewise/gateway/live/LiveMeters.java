package dev.rolewise.gateway.live;

import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicLong;

/** Counts streams, what they hear and what they say; not whose they are, nor of which round. */
final class LiveMeters {
  private final AtomicLong open;
  private final Counter hints;
  private final Counter sent;
  private final Counter coalesced;

  LiveMeters(Vertx vertx) {
    MeterRegistry registry = Meters.of(vertx);
    open = Meters.level(vertx, "rolewise.live.streams", "Live streams that are open");
    hints =
        Counter.builder("rolewise.live.hints")
            .description("Hints about rounds that came over the bus")
            .register(registry);
    sent =
        Counter.builder("rolewise.live.turnouts")
            .description("States of a turnout written to streams")
            .register(registry);
    coalesced =
        Counter.builder("rolewise.live.turnouts.coalesced")
            .description("States of a turnout replaced by a later one before they were written")
            .register(registry);
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed() {
    open.decrementAndGet();
  }

  void heard() {
    hints.increment();
  }

  void sent() {
    sent.increment();
  }

  void coalesced() {
    coalesced.increment();
  }
}
