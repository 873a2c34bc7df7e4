package dev.rolewise.assessment.scoring.release;

/** What a round shows while it is open. */
public enum LiveValues {
  /** How many have answered; values appear at the close. */
  TURNOUT,
  /** Values as well, in batches that are large enough. */
  BATCHES;

  /** Smallest announced team that may see values in batches. */
  public static final int MINIMUM_SIZE_FOR_BATCHES = 7;

  /** Whether a team of this announced size may choose this. */
  public boolean allowedFor(int size) {
    return this == TURNOUT || size >= MINIMUM_SIZE_FOR_BATCHES;
  }
}
