package dev.rolewise.assessment.contract.share;

import dev.rolewise.assessment.contract.message.FaultCode;
import dev.rolewise.assessment.contract.message.Faults;
import dev.rolewise.assessment.contract.message.MessageReader;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Makes a link to the report of a round.
 *
 * @param expiresAt from when on it reads nothing: 30 days from now unless said otherwise, at most a
 *     year
 * @param comments whether it shows comments; not unless asked
 */
public record CreateShare(Instant expiresAt, boolean comments) {
  /** How long a link lives that does not say. */
  public static final Duration DEFAULT_LIFE = Duration.ofDays(30);

  /** How long a link may live. */
  public static final Duration LONGEST_LIFE = Duration.ofDays(366);

  /**
   * Reads and checks the message.
   *
   * @param json {@code {token, round, expiresAt?, comments?}}
   * @param now the link must expire after this
   * @param faults where faults go; the result is meaningless when there are any
   * @return the request
   */
  public static CreateShare read(JsonObject json, Instant now, Faults faults) {
    MessageReader reader = new MessageReader(json, faults);
    Instant asked = reader.moment("expiresAt");
    if (asked != null && (!asked.isAfter(now) || asked.isAfter(now.plus(LONGEST_LIFE)))) {
      reader.fault("expiresAt", FaultCode.OUT_OF_RANGE);
    }
    Instant expiresAt = asked == null ? now.plus(DEFAULT_LIFE) : asked;
    return new CreateShare(
        expiresAt.truncatedTo(ChronoUnit.SECONDS), Boolean.TRUE.equals(reader.truth("comments")));
  }
}
