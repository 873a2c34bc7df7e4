package dev.rolewise.assessment.scoring.simulation;

/**
 * 95 % of moves without a change are at most this, in points.
 *
 * @param ofFour for a role of four areas
 * @param ofTwo for a role of two areas
 */
public record TrendBands(double ofFour, double ofTwo) {

  static TrendBands of(TrendMoves moves) {
    return new TrendBands(TrendMoves.band(moves.ofFour()), TrendMoves.band(moves.ofTwo()));
  }
}
