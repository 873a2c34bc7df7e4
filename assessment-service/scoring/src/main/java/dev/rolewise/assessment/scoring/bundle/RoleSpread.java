package dev.rolewise.assessment.scoring.bundle;

/**
 * How people's mean struggle in the usable areas of a role spreads, in exact integers: a mean
 * counts in half scale points times the least common multiple of 1 to the number of the role's
 * areas (12 for four areas, 2 for two).
 *
 * @param people people with an answer in a usable area
 * @param sum sum of their means
 * @param squares sum of the squares of their means
 */
public record RoleSpread(int people, long sum, long squares) {}
