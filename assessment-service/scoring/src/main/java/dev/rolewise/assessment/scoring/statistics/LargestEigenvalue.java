package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * The largest eigenvalue of a symmetric matrix and its vector by Lanczos's method, started again
 * from its own result until nothing moves: a whole decomposition of a wide scale takes far longer,
 * and is needed hundreds of times.
 *
 * @param vector of length 1
 */
record LargestEigenvalue(double value, double[] vector) {

  private static final int MOST_DIRECTIONS = 30;
  private static final int MOST_STARTS = 40;
  private static final double CLOSE_ENOUGH = 1e-13;

  /**
   * @param near where to begin; null for no idea
   */
  static LargestEigenvalue of(double[][] matrix, double[] near) {
    double[] start = near == null ? slopingOnes(matrix.length) : near;
    for (int attempt = 0; attempt < MOST_STARTS; attempt++) {
      LargestEigenvalue found = among(directions(matrix, start), matrix);
      if (found.residual(matrix)
          <= CLOSE_ENOUGH * Math.sqrt(matrix.length) * Math.abs(found.value)) {
        return found;
      }
      start = found.vector;
    }
    Spectrum spectrum = Spectrum.of(matrix);
    return new LargestEigenvalue(spectrum.values()[0], spectrum.vectors()[0]);
  }

  /** Not all the same: even a vector at right angles to the ones must not be missed. */
  private static double[] slopingOnes(int size) {
    double[] start = new double[size];
    for (int i = 0; i < size; i++) {
      start[i] = 1 + 0.1 * i / size;
    }
    return start;
  }

  /** Orthogonal directions of length 1: the start, and what the matrix makes of each one. */
  private static double[][] directions(double[][] matrix, double[] start) {
    double[][] directions = new double[Math.min(MOST_DIRECTIONS, matrix.length)][];
    double[] next = start.clone();
    for (int count = 0; count < directions.length; count++) {
      double before = length(next);
      // twice, for what rounding leaves of the first time
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < count; earlier++) {
          double share = dot(next, directions[earlier]);
          for (int i = 0; i < next.length; i++) {
            next[i] -= share * directions[earlier][i];
          }
        }
      }
      double length = length(next);
      if (length <= 1e-13 * before) {
        return Arrays.copyOf(directions, count);
      }
      for (int i = 0; i < next.length; i++) {
        next[i] /= length;
      }
      directions[count] = next;
      next = times(matrix, next);
    }
    return directions;
  }

  /** The best combination of some directions. */
  private static LargestEigenvalue among(double[][] directions, double[][] matrix) {
    int count = directions.length;
    double[][] small = new double[count][count];
    for (int j = 0; j < count; j++) {
      double[] image = times(matrix, directions[j]);
      for (int i = 0; i <= j; i++) {
        small[i][j] = dot(directions[i], image);
        small[j][i] = small[i][j];
      }
    }
    Spectrum spectrum = Spectrum.of(small);
    double[] vector = new double[matrix.length];
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] += spectrum.vectors()[0][j] * directions[j][i];
      }
    }
    double length = length(vector);
    return new LargestEigenvalue(
        spectrum.values()[0], Arrays.stream(vector).map(v -> v / length).toArray());
  }

  private double residual(double[][] matrix) {
    double[] rest = times(matrix, vector);
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= value * vector[i];
    }
    return length(rest);
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double length(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }
}
