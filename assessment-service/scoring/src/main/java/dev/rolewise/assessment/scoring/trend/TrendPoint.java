package dev.rolewise.assessment.scoring.trend;

import java.util.List;

/**
 * What the trend says about one round.
 *
 * @param round the round
 * @param comparable whether it asked the same items as the scored round before it; null when one of
 *     the two is missing
 * @param turnover how far other people may have answered than in the scored round before it
 * @param changes per role since the last round with a comparable score
 * @param sinceFirst per role since the first comparable score, where that is an earlier one: what
 *     creeps stays inside the band from round to round
 */
public record TrendPoint(
    String round,
    Boolean comparable,
    Turnover turnover,
    List<Change> changes,
    List<Change> sinceFirst) {
  public TrendPoint {
    changes = List.copyOf(changes);
    sinceFirst = List.copyOf(sinceFirst);
  }
}
