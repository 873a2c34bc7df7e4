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
 *   <li>Differences of numbers in a bundle can concern fewer than u people, all of them inside the
 *       one released set, where a don't-know is not a smaller set: who knew one wording only (half
 *       points minus the points of the distribution, and the raters of a wording minus those of
 *       both), and who knew part of a role (the mean of people's means minus the mean of the
 *       areas). When there are few of them their answers to that wording can be worked out from the
 *       sums, as mostly from the report alone; whose they are cannot. The privacy page says so. No
 *       difference between two released sets is opened by a bundle: it is about one release.
 *   <li>Nothing that no rule reads is given: no votes and no sums per wording without a verdict, no
 *       spread of people's means without an interval, nothing at all below k.
 * </ol>
 *
 * <p>Checks that would need a withheld number are carried as they came out, see {@link
 * dev.rolewise.assessment.scoring.bundle.StoredChecks}.
 */
package dev.rolewise.assessment.scoring.bundle;
