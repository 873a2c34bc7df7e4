package dev.rolewise.assessment.scoring.bundle;

/**
 * Numbers of a bundle that cannot all be true.
 *
 * @param pointer JSON pointer below the sums, such as {@code /areas/3/struggle/raters}
 * @param what in plain English, ending without a full stop
 */
public record Contradiction(String pointer, String what) {}
