package dev.rolewise.assessment.scoring.statistics;

/**
 * The answers that an item takes.
 *
 * @param lowest the lowest answer
 * @param highest the highest answer, above the lowest
 * @param options number of options A, 2 or more; null for continuous answers
 */
public record ResponseScale(double lowest, double highest, Integer options) {

  /** The widest range of whole answers that is kept as bytes. */
  static final int WIDEST_RANGE = 126;

  public ResponseScale {
    if (!Double.isFinite(lowest) || !Double.isFinite(highest) || lowest >= highest) {
      throw new IllegalArgumentException("the lowest answer must lie below the highest");
    }
    if (options != null && options < 2) {
      throw new IllegalArgumentException("an item needs two options");
    }
  }

  /** A scale of whole numbers, one option each. */
  public static ResponseScale whole(int lowest, int highest) {
    return new ResponseScale(lowest, highest, highest - lowest + 1);
  }

  public boolean contains(double answer) {
    return answer >= lowest && answer <= highest;
  }

  /** Whether whole answers can be kept as a byte: their distance from the lowest. */
  boolean fitsBytes() {
    return lowest == Math.rint(lowest)
        && highest == Math.rint(highest)
        && Math.abs(lowest) < 1L << 31
        && highest - lowest <= WIDEST_RANGE;
  }

  /** An answer turned round: lowest + highest - answer. */
  double reversed(double answer) {
    return lowest + highest - answer;
  }
}
