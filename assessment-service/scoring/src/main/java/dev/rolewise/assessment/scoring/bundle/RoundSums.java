package dev.rolewise.assessment.scoring.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the verdict of a round is computed from, in exact integers and without any sheet.
 *
 * @param people released sheets, n; 0 when nothing was released
 * @param areas one entry per area of the reduced instrument, in its order; empty when nothing was
 *     released
 * @param votes the scenario votes; null without a verdict and when too few people voted
 * @param spreads per role id, of the roles whose struggle has an interval
 * @param stored checks as they came out where the sums cannot tell; null without a verdict
 */
public record RoundSums(
    int people,
    List<AreaFigures> areas,
    VoteSums votes,
    Map<String, RoleSpread> spreads,
    StoredChecks stored) {

  /** A round of which nothing was released. */
  public static final RoundSums NOTHING = new RoundSums(0, List.of(), null, Map.of(), null);

  public RoundSums {
    areas = List.copyOf(areas);
    spreads = Collections.unmodifiableMap(new LinkedHashMap<>(spreads));
  }
}
