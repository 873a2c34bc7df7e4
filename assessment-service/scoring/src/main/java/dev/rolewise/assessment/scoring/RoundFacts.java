package dev.rolewise.assessment.scoring;

import java.util.List;

/**
 * What scoring needs to know about a round beside the released sheets.
 *
 * @param size announced size of the team, 1 or more
 * @param k the fewest sheets that may be released together, 3 or more
 * @param initiatives number of connected initiatives, 1 or more
 * @param rolesPresent ids of the roles the organiser named as present
 * @param received sheets received so far, released or held back, 0..size
 */
public record RoundFacts(
    int size, int k, int initiatives, List<String> rolesPresent, int received) {
  public RoundFacts {
    rolesPresent = List.copyOf(rolesPresent);
    if (size < 1 || k < 3 || initiatives < 1 || received < 0 || received > size) {
      throw new IllegalArgumentException(
          "round out of range: size %d, k %d, initiatives %d, received %d"
              .formatted(size, k, initiatives, received));
    }
  }
}
