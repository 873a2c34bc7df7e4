package dev.rolewise.assessment.scoring.statistics;

/**
 * Covariances of k items among n respondents who answered all of them. A constant item has a
 * variance of exactly 0.
 */
public final class Covariances {

  private final int n;
  private final double[][] matrix;

  private Covariances(int n, double[][] matrix) {
    this.n = n;
    this.matrix = matrix;
  }

  /**
   * Takes a matrix.
   *
   * @param n respondents it was computed from
   * @param matrix k x k, symmetric; divisor n - 1
   */
  public static Covariances of(int n, double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      if (matrix[i].length != copy.length) {
        throw new IllegalArgumentException("covariances come as a square");
      }
      copy[i] = matrix[i].clone();
    }
    return new Covariances(n, copy);
  }

  /**
   * Computes them from values, in two passes.
   *
   * @param answers respondents x items, complete
   */
  public static Covariances of(double[][] answers, int items) {
    int n = answers.length;
    double[][] matrix = new double[items][items];
    if (n < 2) {
      return new Covariances(n, matrix);
    }
    double[] mean = new double[items];
    boolean[] constant = new boolean[items];
    for (int item = 0; item < items; item++) {
      double sum = 0;
      constant[item] = true;
      for (double[] row : answers) {
        sum += row[item] - answers[0][item];
        constant[item] &= row[item] == answers[0][item];
      }
      mean[item] = answers[0][item] + sum / n;
    }
    for (double[] row : answers) {
      for (int i = 0; i < items; i++) {
        double deviation = row[i] - mean[i];
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += deviation * (row[j] - mean[j]);
        }
      }
    }
    for (int i = 0; i < items; i++) {
      for (int j = 0; j <= i; j++) {
        double value = constant[i] || constant[j] ? 0 : matrix[i][j] / (n - 1);
        matrix[i][j] = value;
        matrix[j][i] = value;
      }
    }
    return new Covariances(n, matrix);
  }

  /** Respondents. */
  public int n() {
    return n;
  }

  /** Items, k. */
  public int items() {
    return matrix.length;
  }

  double at(int i, int j) {
    return matrix[i][j];
  }

  /** Sum of the item variances, tr C. */
  double trace() {
    double trace = 0;
    for (int i = 0; i < matrix.length; i++) {
      trace += matrix[i][i];
    }
    return trace;
  }

  /** Sum of all entries: the variance of the total. */
  double sum() {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += rowSum(i);
    }
    return sum;
  }

  /** Covariance of an item with the total. */
  double rowSum(int i) {
    double sum = 0;
    for (double value : matrix[i]) {
      sum += value;
    }
    return sum;
  }

  /** Whether some item has the same answer from everybody. */
  boolean hasConstantItem() {
    for (int i = 0; i < matrix.length; i++) {
      if (matrix[i][i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Correlations; every item needs a variance. */
  double[][] correlations() {
    double[][] correlations = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        double r = matrix[i][j] / (Math.sqrt(matrix[i][i]) * Math.sqrt(matrix[j][j]));
        // rounding alone can carry it past 1
        correlations[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, r));
      }
    }
    return correlations;
  }
}
