/**
 * What a report can be computed from again, without a single answer sheet: sums, counts and the
 * outcome.
 *
 * <p>Privacy. Let u = max(3, k - 1), the fewest people a report says anything about.
 *
 * <ol>
 *   <li>Every number is a sum or a count over at least u people; where fewer answered, null stands
 *       in its place, exactly where the report has null.
 *   <li>Sums of the two wordings of an area are given together or not at all: their sum is the
 *       area's distribution, which the report shows, so one would give the other away when fewer
 *       than u people answered it.
 *   <li>The answers of those who knew both wordings appear only as the two integers that the
 *       report's agreement figures are quotients of, and only from u such people on.
 *   <li>Two differences of numbers in a bundle can concern fewer than u people, and both are
 *       differences of numbers that the report itself shows, where a don't-know inside a released
 *       set is not a smaller set: half points minus the points of the distribution (people who knew
 *       one wording only; the report's struggle and distribution give it), and the mean of people's
 *       means against the mean of the areas (people who knew part of a role; the middle of the
 *       report's interval and its struggle give it). Sums per wording add to the distribution, so
 *       they open no third one; tests hold what this rests on.
 *   <li>Nothing that no rule reads is given: no votes and no sums per wording without a verdict, no
 *       spread of people's means without an interval, nothing at all below k.
 * </ol>
 *
 * <p>Checks that would need a withheld number are carried as they came out, see {@link
 * dev.rolewise.assessment.scoring.bundle.StoredChecks}.
 */
package dev.rolewise.assessment.scoring.bundle;
