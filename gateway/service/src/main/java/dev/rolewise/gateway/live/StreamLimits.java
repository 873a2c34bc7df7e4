package dev.rolewise.gateway.live;

import dev.rolewise.gateway.edge.Limits;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * How much streaming there is.
 *
 * @param perToken streams that one token may hold open, at least 1; asked anew for each
 * @param total streams of this process, at least 1; asked anew for each
 * @param heartbeat a comment after so much silence, and the round is read again in case a hint was
 *     lost
 * @param pause least time between two changes on one stream; the first goes out at once
 */
public record StreamLimits(
    IntSupplier perToken, IntSupplier total, Duration heartbeat, Duration pause) {

  private static final Duration TWICE_A_SECOND = Duration.ofMillis(500);

  /** With at most two changes a second. */
  public static StreamLimits of(Supplier<Limits> limits, Duration heartbeat) {
    return new StreamLimits(
        () -> limits.get().streamsPerToken(),
        () -> limits.get().streams(),
        heartbeat,
        TWICE_A_SECOND);
  }
}
