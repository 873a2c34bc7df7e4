package dev.rolewise.assessment.scoring.bundle;

/**
 * Checks of a verdict's stability that sums cannot repeat, as they came out.
 *
 * @param onePersonLessFlips whether some one person's leaving gives another code: it takes the
 *     sheets to tell. Null when it may not be told; then nothing is told about missing answers
 *     either
 * @param missingCouldFlip carried only when people are missing and something about an area is
 *     withheld; else null, for the sums tell
 * @param sameWording carried only when sums per wording are withheld; else null
 */
public record StoredChecks(
    Boolean onePersonLessFlips, Boolean missingCouldFlip, Boolean sameWording) {

  /** Nothing that sums cannot tell is told. */
  public static final StoredChecks NOT_TOLD = new StoredChecks(null, null, null);
}
