package dev.rolewise.gateway.content;

import dev.rolewise.runtime.metrics.ClosedCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts how reads of public documents were answered. */
final class CacheMeters {
  private static final String HIT = "hit";
  private static final String MISS = "miss";

  private final ClosedCounter reads;
  private final Counter stale;

  CacheMeters(MeterRegistry registry) {
    reads =
        ClosedCounter.of(
            registry,
            "rolewise.cache.reads",
            "Reads of public documents, by whether the gateway had the document",
            "result",
            List.of(HIT, MISS));
    stale =
        Counter.builder("rolewise.cache.stale")
            .description("Reads answered with a document that could not be looked up again")
            .register(registry);
  }

  void read(boolean kept) {
    reads.increment(kept ? HIT : MISS);
  }

  void answered(Freshness freshness) {
    if (freshness.stale()) {
      stale.increment();
    }
  }
}
