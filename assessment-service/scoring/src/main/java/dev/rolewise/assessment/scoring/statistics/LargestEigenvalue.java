package dev.rolewise.assessment.scoring.statistics;

/**
 * The largest eigenvalue of a positive definite matrix and its vector, by repeated multiplication;
 * a whole decomposition takes over where that goes too slowly because the next eigenvalue is close.
 *
 * @param vector of length 1
 */
record LargestEigenvalue(double value, double[] vector) {

  private static final int MOST_ROUNDS = 300;
  private static final double CLOSE_ENOUGH = 1e-15;

  /**
   * @param near where to begin; null for no idea
   */
  static LargestEigenvalue of(double[][] matrix, double[] near) {
    int k = matrix.length;
    double[] vector = near == null ? rowSums(matrix) : near.clone();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[k];
      double squares = 0;
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          next[i] += matrix[i][j] * vector[j];
        }
        squares += next[i] * next[i];
      }
      double length = Math.sqrt(squares);
      double moved = 0;
      for (int i = 0; i < k; i++) {
        next[i] /= length;
        moved = Math.max(moved, Math.abs(next[i] - vector[i]));
      }
      vector = next;
      if (moved < CLOSE_ENOUGH) {
        return new LargestEigenvalue(length, vector);
      }
    }
    Spectrum spectrum = Spectrum.of(matrix);
    return new LargestEigenvalue(spectrum.values()[0], spectrum.vectors()[0]);
  }

  private static double[] rowSums(double[][] matrix) {
    double[] sums = new double[matrix.length];
    double squares = 0;
    for (int i = 0; i < sums.length; i++) {
      for (double value : matrix[i]) {
        sums[i] += value;
      }
      squares += sums[i] * sums[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = length > 0 ? sums[i] / length : 1 / Math.sqrt(sums.length);
    }
    return sums;
  }
}
