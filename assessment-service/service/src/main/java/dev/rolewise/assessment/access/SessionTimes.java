package dev.rolewise.assessment.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Moments at which sessions end. They are kept in steps of five minutes, downwards: a session never
 * lives longer than announced, and its row does not tell to the second when somebody came.
 */
public final class SessionTimes {
  private static final long STEP = Duration.ofMinutes(5).toSeconds();

  private SessionTimes() {}

  /**
   * The moment so many minutes from now, in steps.
   *
   * @param now this moment
   * @param minutes how long
   * @return at most that moment, less than five minutes earlier
   */
  public static OffsetDateTime after(Instant now, int minutes) {
    long seconds = now.plus(Duration.ofMinutes(minutes)).getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, STEP)).atOffset(ZoneOffset.UTC);
  }
}
