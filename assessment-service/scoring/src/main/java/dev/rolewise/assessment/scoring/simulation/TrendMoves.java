package dev.rolewise.assessment.scoring.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a role's struggle moved between two rounds, up or down, in points.
 *
 * @param ofFour moves of roles of four areas
 * @param ofTwo moves of roles of two areas
 */
record TrendMoves(List<Double> ofFour, List<Double> ofTwo) {

  private static final int FOUR = 4;
  private static final double WITHIN = 0.95;

  TrendMoves() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  void add(int areas, double difference) {
    (areas == FOUR ? ofFour : ofTwo).add(Math.abs(difference));
  }

  TrendMoves plus(TrendMoves other) {
    ofFour.addAll(other.ofFour);
    ofTwo.addAll(other.ofTwo);
    return this;
  }

  /** The smallest of these moves that 95 % of them do not exceed. */
  static double band(List<Double> moves) {
    List<Double> sorted = moves.stream().sorted().toList();
    return sorted.get((int) Math.ceil(WITHIN * sorted.size()) - 1);
  }
}
