package dev.rolewise.assessment.contract;

import java.util.Arrays;

/** Stable failure codes of the assessment service with their HTTP-like status. */
public enum ErrorCode {
  /** Unknown, expired, revoked or foreign token or id: always the same answer. */
  NOT_FOUND("not-found", 404),
  /** The message carries no token where one is needed. */
  UNAUTHORIZED("unauthorized", 401),
  /** Nobody is signed in, or no longer, where somebody has to be. */
  SIGN_IN_NEEDED("sign-in-needed", 401),
  /** The message is not of the agreed shape. */
  BAD_REQUEST("bad-request", 400),
  /** Well-formed, with wrong values; carries one fault per value. */
  INVALID_VALUES("invalid-values", 422),
  /** The round has released nothing yet. */
  NOT_RELEASED("not-released", 409),
  /** The round takes no more sheets or changes. */
  ROUND_CLOSED("round-closed", 409),
  /** As many sheets came in as people were announced. */
  ROUND_FULL("round-full", 409),
  /** The ticket has been used for another sheet. */
  TICKET_SPENT("ticket-spent", 409),
  /** Whoever is signed in has drawn a ticket of this round already. */
  TICKET_DRAWN("ticket-drawn", 409),
  /** Nobody else owns the team, and signing in is the only way to it. */
  LAST_OWNER("last-owner", 409),
  /** The team has as many actions as it may have. */
  TOO_MANY_ACTIONS("too-many-actions", 409),
  /** The same Idempotency-Key came with another body. */
  KEY_REUSED("key-reused", 422),
  /** Reopening needs sheets that wait for more. */
  NOTHING_HELD_BACK("nothing-held-back", 409),
  /** As many tickets as a round may have lie unused; try again later. */
  TOO_MANY_REQUESTS("too-many-requests", 429),
  /** The database or the content service is away for a moment; try again. */
  UNAVAILABLE("unavailable", 503),
  /** A code of a newer version. */
  UNKNOWN("unknown", 502);

  private final String code;
  private final int status;

  ErrorCode(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /**
   * The code on the wire.
   *
   * @return a stable kebab-case word
   */
  public String code() {
    return code;
  }

  /**
   * The HTTP-like status.
   *
   * @return 400 to 503
   */
  public int status() {
    return status;
  }

  /**
   * Finds a code.
   *
   * @param code the word on the wire
   * @return the constant, {@link #UNKNOWN} for a word this version does not know
   */
  public static ErrorCode of(String code) {
    return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst().orElse(UNKNOWN);
  }
}
