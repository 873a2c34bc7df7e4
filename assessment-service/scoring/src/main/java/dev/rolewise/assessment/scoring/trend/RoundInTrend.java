package dev.rolewise.assessment.scoring.trend;

import dev.rolewise.assessment.scoring.TrendNoise;
import java.util.List;
import java.util.Set;

/**
 * A closed round as the trend reads it.
 *
 * @param id the round
 * @param answered released sheets; 0 when too few answered for a report
 * @param size people announced
 * @param newcomers how many of the team were not there in the round before, as the organiser said;
 *     null when nobody said
 * @param items ids of all rated items of the round, whether usable or not
 * @param roles the roles of the report; none when too few answered
 */
public record RoundInTrend(
    String id,
    int answered,
    int size,
    Integer newcomers,
    Set<String> items,
    List<RoleInRound> roles) {
  public RoundInTrend {
    items = Set.copyOf(items);
    roles = List.copyOf(roles);
  }

  /** Whether the round has figures. */
  public boolean scored() {
    return answered >= TrendNoise.FEWEST && !roles.isEmpty();
  }
}
