package dev.rolewise.assessment.scoring.report;

import java.util.List;

/**
 * The outcome of one round as codes and numbers; texts are added by whoever shows it. All numbers
 * are unrounded.
 *
 * @param engine version of the scoring rules
 * @param n released sheets; 0 when fewer than k may be released
 * @param received sheets received: n + heldBack
 * @param size announced size of the team
 * @param heldBack sheets received and not released
 * @param k the fewest sheets that may be released together
 * @param verdict what the team misses
 * @param roles one entry per side of the reduced instrument, in its order; empty when nothing is
 *     released
 * @param areas one entry per area of the reduced instrument, in its order; empty when nothing is
 *     released
 * @param stability what would change the verdict; null when the verdict is NOT_ENOUGH_DATA
 * @param nextSteps most urgent first
 */
public record ScanReport(
    String engine,
    int n,
    int received,
    int size,
    int heldBack,
    int k,
    Verdict verdict,
    List<RoleScore> roles,
    List<AreaScore> areas,
    Stability stability,
    List<NextStep> nextSteps) {
  public ScanReport {
    roles = List.copyOf(roles);
    areas = List.copyOf(areas);
    nextSteps = List.copyOf(nextSteps);
  }
}
