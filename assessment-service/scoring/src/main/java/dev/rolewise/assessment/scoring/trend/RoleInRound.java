package dev.rolewise.assessment.scoring.trend;

import java.util.Map;
import java.util.Set;

/**
 * A role's score in one round, with what it was made of.
 *
 * @param role role id
 * @param struggle 0..100, null when the role was not usable
 * @param areas the usable areas behind the score, each with the ids of its items
 */
public record RoleInRound(String role, Double struggle, Map<String, Set<String>> areas) {
  public RoleInRound {
    areas = Map.copyOf(areas);
  }

  /** Whether both scores are of the same thing: the same areas, asked with the same items. */
  boolean comparableWith(RoleInRound other) {
    return struggle != null
        && other.struggle != null
        && role.equals(other.role)
        && !areas.isEmpty()
        && areas.equals(other.areas);
  }
}
