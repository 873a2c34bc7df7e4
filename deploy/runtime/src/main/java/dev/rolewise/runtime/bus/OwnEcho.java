package dev.rolewise.runtime.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Whether this process can make an address known on the bus and be asked there: one look at a time,
 * however many want to know.
 *
 * <p>A look writes to what the members keep together, and waits where the keeper is a process that
 * is frozen, until the others have parted from it. That says nothing against this process, so a
 * look that is silent changes nothing for as long as such a parting takes; one that fails counts at
 * once, until the next one is silent so soon after a good one that it may be such a parting, too.
 * Safe from any thread.
 */
public final class OwnEcho {

  /** The members part from a silent one after eight seconds, and settle what it kept after that. */
  static final Duration PARTING = Duration.ofSeconds(15);

  /** How long a question waits for a look that may be silent; most take milliseconds. */
  private static final long SOON_MILLIS = 500;

  /** How long for one that has to be heard. */
  private static final long LATE_MILLIS = 1_000;

  private final Supplier<Future<Void>> question;
  private final Duration parting;
  private Future<Void> look = Future.failedFuture("nobody has looked yet");
  private long began;
  private boolean lastHeard;
  private boolean everHeard;
  private long heard;

  /**
   * @param question makes itself known, asks itself, and makes itself forgotten
   * @param parting how long a look may be silent
   */
  OwnEcho(Supplier<Future<Void>> question, Duration parting) {
    this.question = question;
    this.parting = parting;
  }

  public static OwnEcho of(Vertx vertx) {
    return new OwnEcho(() -> BusEcho.own(vertx), PARTING);
  }

  /** What the look under way comes to, or a new one when none is. */
  public synchronized Future<Void> look() {
    if (look.isComplete()) {
      lastHeard = look.succeeded();
      began = System.nanoTime();
      look =
          Future.<Void>succeededFuture()
              .compose(go -> question.get())
              .onSuccess(answered -> noteHeard());
    }
    return look;
  }

  /** Fails when the look fails, or has been silent for too long or since the very first. */
  Future<Void> delivers() {
    Future<Void> asked = look();
    if (asked.isComplete()) {
      return asked;
    }
    return asked
        .timeout(mayBeSilent() ? SOON_MILLIS : LATE_MILLIS, TimeUnit.MILLISECONDS)
        .recover(
            failure ->
                !asked.isComplete() && mayBeSilent()
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  private synchronized void noteHeard() {
    everHeard = true;
    heard = System.nanoTime();
  }

  private synchronized boolean mayBeSilent() {
    long now = System.nanoTime();
    return lastHeard && now - began < parting.toNanos()
        || everHeard && now - heard < parting.toNanos();
  }
}
