package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.metrics.ClosedCounter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Counts what a client of the bus asks, by the service that is asked and by how it ended. */
final class BusMeters {

  /** Answered as hoped. */
  static final String OK = "ok";

  /** The other side's word about the request: 4xx. */
  static final String REFUSED = "refused";

  /** The other side is busy, or its database is away. */
  static final String UNAVAILABLE = "unavailable";

  /** No answer in time. */
  static final String TIMEOUT = "timeout";

  /** Nobody listens. */
  static final String NO_HANDLERS = "no-handlers";

  /** Not even sent: too many are under way. */
  static final String TOO_MANY = "too-many";

  /** The other side broke. */
  static final String FAILED = "failed";

  private static final List<String> RESULTS =
      List.of(OK, REFUSED, UNAVAILABLE, TIMEOUT, NO_HANDLERS, TOO_MANY, FAILED);

  private final MeterRegistry registry;
  private final Map<String, Target> targets = new ConcurrentHashMap<>();

  BusMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A request has ended. */
  void ended(String target, String result, long nanos) {
    Target meters = targets.computeIfAbsent(target, this::target);
    meters.results().increment(result);
    meters.time().record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A request is sent once more. */
  void retried(String target) {
    targets.computeIfAbsent(target, this::target).retries().increment();
  }

  private Target target(String name) {
    return new Target(
        ClosedCounter.of(
            registry,
            "rolewise.bus.requests",
            "Requests sent over the bus, by the service they went to",
            "result",
            RESULTS,
            "target",
            name),
        Timer.builder("rolewise.bus.request.duration")
            .description("From sending a request over the bus to its answer or its failure")
            .tag("target", name)
            .register(registry),
        Counter.builder("rolewise.bus.retries")
            .description("Reads sent over the bus a second time")
            .tag("target", name)
            .register(registry));
  }

  private record Target(ClosedCounter results, Timer time, Counter retries) {}
}
