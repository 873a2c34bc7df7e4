package dev.rolewise.runtime.bus;

import dev.rolewise.runtime.fault.StartFault;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.metrics.Meters;
import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the clocks of others are from this one's. Requests say until when somebody waits as a
 * moment, which only says the same to two whose clocks agree. Told once when a clock is found off
 * and once when it agrees again, and shown beside the readiness, which it does not change: of two
 * clocks nobody can say which is wrong, and if each process that asks a wrong one gave itself up,
 * one bad machine would take away the whole suite.
 */
public final class PeerClocks {

  private static final Logger LOG = LoggerFactory.getLogger(PeerClocks.class);
  private static final String CHECK = "clocks";

  /**
   * The shortest time that anybody waits for an answer: by a clock that is ahead by this much such
   * a request is over before it has been sent. Network time keeps clocks a hundred times closer.
   */
  static final Duration MOST = Duration.ofSeconds(1);

  /** Who has not answered for so long may be gone, and has another clock when back. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Map<String, Sighting> seen = new ConcurrentHashMap<>();

  /**
   * A clock as last seen.
   *
   * @param aheadMillis at least so much ahead of this one's, negative when behind; what the way of
   *     the answer may have taken is not counted
   */
  private record Sighting(String service, String at, long aheadMillis, long nanos) {

    boolean isOff() {
      return Math.abs(aheadMillis) > MOST.toMillis();
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "the clock of %s at %s is %.1f s %s this one's",
          service,
          at,
          Math.abs(aheadMillis) / 1_000.0,
          aheadMillis > 0 ? "ahead of" : "behind");
    }
  }

  PeerClocks(Vertx vertx, InstantSource clock, LongSupplier nanos) {
    this.vertx = vertx;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Nothing is known yet. */
  public static PeerClocks of(Vertx vertx) {
    return new PeerClocks(vertx, InstantSource.system(), System::nanoTime);
  }

  /** Shows what is known beside the readiness. */
  public PeerClocks showIn(Readiness readiness) {
    readiness.remark(CHECK, this::ask);
    return this;
  }

  /** Shows nothing any more. */
  public void forgetIn(Readiness readiness) {
    readiness.forget(CHECK);
  }

  /** Measures the clocks of a service's processes, those that are asked. */
  void follow(String service) {
    Gauge.builder("rolewise.bus.clock.offset", this, clocks -> clocks.secondsAhead(service))
        .description("Furthest that a clock of a service is ahead of this one's, behind below 0")
        .baseUnit("seconds")
        .tag("service", service)
        .strongReference(true)
        .register(Meters.of(vertx));
  }

  long millis() {
    return clock.millis();
  }

  /**
   * Somebody has told the time.
   *
   * @param at where it is to be found
   * @param theirs what its clock said, epoch milliseconds
   * @param wayMillis how long it took to ask and to be told
   */
  void heard(String service, String at, long theirs, long wayMillis) {
    // told somewhere on the way there and back: that is as much as the way itself makes uncertain
    long half = wayMillis / 2 + 1;
    long ahead = theirs - (clock.millis() - wayMillis / 2);
    long sure = ahead > 0 ? Math.max(0, ahead - half) : Math.min(0, ahead + half);
    Sighting now = new Sighting(service, at, sure, nanos.getAsLong());
    Sighting before = seen.put(service + " " + at, now);
    boolean wasOff = before != null && before.isOff();
    if (now.isOff() && !wasOff) {
      LOG.warn(
          "{}: requests say until when somebody waits, and are dropped or answered too late between"
              + " the two. Let both machines follow the same network time.",
          now.words());
    } else if (wasOff && !now.isOff()) {
      LOG.info("the clock of {} at {} agrees with this one's again", service, at);
    }
  }

  /** Whose clock is off, in one sentence each. */
  private Future<?> ask() {
    Optional<Sighting> worst =
        seen.values().stream()
            .filter(this::isRecent)
            .filter(Sighting::isOff)
            .max(Comparator.comparingLong(one -> Math.abs(one.aheadMillis())));
    return worst.isEmpty()
        ? Future.succeededFuture()
        : Future.failedFuture(new StartFault(worst.get().words()));
  }

  private double secondsAhead(String service) {
    return seen.values().stream()
            .filter(this::isRecent)
            .filter(one -> one.service().equals(service))
            .mapToLong(Sighting::aheadMillis)
            .reduce(0, (one, other) -> Math.abs(one) > Math.abs(other) ? one : other)
        / 1_000.0;
  }

  private boolean isRecent(Sighting one) {
    return nanos.getAsLong() - one.nanos() < REMEMBERED.toNanos();
  }
}
