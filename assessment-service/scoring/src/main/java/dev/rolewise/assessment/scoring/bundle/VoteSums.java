package dev.rolewise.assessment.scoring.bundle;

import java.util.List;

/**
 * The answered scenarios of everybody in one pool.
 *
 * @param voters people who answered at least one scenario, u or more
 * @param votes per side in the order of the reduced instrument, and behind them "none of these"
 */
public record VoteSums(int voters, List<Integer> votes) {
  public VoteSums {
    votes = List.copyOf(votes);
  }
}
