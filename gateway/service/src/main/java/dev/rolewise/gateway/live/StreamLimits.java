package dev.rolewise.gateway.live;

import java.time.Duration;

/**
 * How much streaming there is.
 *
 * @param perToken streams that one token may hold open, at least 1
 * @param total streams of this process, at least 1
 * @param heartbeat a comment after so much silence, and the round is read again in case a hint was
 *     lost
 * @param pause least time between two changes on one stream; the first goes out at once
 */
public record StreamLimits(int perToken, int total, Duration heartbeat, Duration pause) {

  private static final Duration TWICE_A_SECOND = Duration.ofMillis(500);

  /** With at most two changes a second. */
  public static StreamLimits of(int perToken, int total, Duration heartbeat) {
    return new StreamLimits(perToken, total, heartbeat, TWICE_A_SECOND);
  }
}
