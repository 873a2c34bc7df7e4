package dev.rolewise.assessment.scoring.statistics;

/**
 * Whether scores may be put together per team. All but the counts are undefined without two teams
 * with scores of which one has two.
 *
 * @param teams a, teams with at least one scored respondent
 * @param respondents N, scored respondents in those teams
 * @param meanTeamSize N / a
 * @param k0 size of teams of unequal size: (N - sum n^2 / N) / (a - 1)
 * @param msBetween mean square between teams, in squared scale points
 * @param msWithin mean square within teams
 * @param dfBetween a - 1
 * @param dfWithin N - a
 * @param f MSB / MSW; undefined when MSW is 0
 * @param p probability of an F at least as large when teams do not differ
 * @param etaSquared share of the sum of squares between teams, 0..1
 * @param icc1 (MSB - MSW) / (MSB + (k - 1) MSW) with k the mean team size; may be negative
 * @param icc2 (MSB - MSW) / MSB, the reliability of team means
 * @param icc1k0 icc1 with k0 in place of the mean size
 * @param designEffect 1 + (mean size - 1) x max(0, icc1)
 * @param effectiveN N / designEffect
 */
public record Aggregation(
    int teams,
    long respondents,
    Figure meanTeamSize,
    Figure k0,
    Figure msBetween,
    Figure msWithin,
    Figure dfBetween,
    Figure dfWithin,
    Figure f,
    Figure p,
    Figure etaSquared,
    Figure icc1,
    Figure icc2,
    Figure icc1k0,
    Figure designEffect,
    Figure effectiveN) {}
