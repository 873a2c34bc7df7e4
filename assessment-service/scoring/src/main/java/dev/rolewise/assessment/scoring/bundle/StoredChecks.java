package dev.rolewise.assessment.scoring.bundle;

/**
 * Checks of a verdict's stability that sums cannot repeat, as they came out.
 *
 * @param onePersonLessFlips whether some one person's leaving gives another code: always carried,
 *     for it takes the sheets to tell
 * @param missingCouldFlip carried only when people are missing and something about an area is
 *     withheld; else null, for the sums tell
 * @param sameWording carried only when sums per wording are withheld; else null
 */
public record StoredChecks(
    boolean onePersonLessFlips, Boolean missingCouldFlip, Boolean sameWording) {}
