package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Slow twins that follow the definitions word by word and share nothing with the engine. */
final class ByDefinition {

  private ByDefinition() {}

  static List<double[]> complete(List<double[]> rows) {
    return rows.stream().filter(r -> Arrays.stream(r).noneMatch(Double::isNaN)).toList();
  }

  static double[] column(List<double[]> rows, int item) {
    return rows.stream().mapToDouble(r -> r[item]).filter(x -> !Double.isNaN(x)).toArray();
  }

  static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }

  static double variance(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += Math.pow(value - mean(x), 2);
    }
    return sum / (x.length - 1);
  }

  static double correlation(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - mean(x)) * (y[i] - mean(y));
    }
    return sum / (x.length - 1) / Math.sqrt(variance(x) * variance(y));
  }

  /** Sum of the items of a row, without one of them. */
  private static double[] totals(List<double[]> rows, int without) {
    return rows.stream()
        .mapToDouble(
            r ->
                IntStream.range(0, r.length).filter(i -> i != without).mapToDouble(i -> r[i]).sum())
        .toArray();
  }

  static double alpha(List<double[]> rows, int without) {
    int k = rows.get(0).length - (without < 0 ? 0 : 1);
    double items = 0;
    for (int item = 0; item < rows.get(0).length; item++) {
      items += item == without ? 0 : variance(column(rows, item));
    }
    return k / (k - 1.0) * (1 - items / variance(totals(rows, without)));
  }

  static double itemTotal(List<double[]> rows, int item) {
    return correlation(column(rows, item), totals(rows, item));
  }

  /** R^2 of an item predicted by the others: least squares by the normal equations. */
  static double squaredMultipleCorrelation(List<double[]> rows, int item) {
    int k = rows.get(0).length;
    int n = rows.size();
    int[] others = IntStream.range(0, k).filter(i -> i != item).toArray();
    double[][] equations = new double[k][k + 1];
    for (double[] row : rows) {
      double[] x = new double[k];
      x[0] = 1;
      for (int i = 0; i < others.length; i++) {
        x[i + 1] = row[others[i]];
      }
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          equations[i][j] += x[i] * x[j];
        }
        equations[i][k] += x[i] * row[item];
      }
    }
    double[] weights = solve(equations);
    double[] y = column(rows, item);
    double residual = 0;
    for (double[] row : rows) {
      double predicted = weights[0];
      for (int i = 0; i < others.length; i++) {
        predicted += weights[i + 1] * row[others[i]];
      }
      residual += Math.pow(row[item] - predicted, 2);
    }
    return 1 - residual / (variance(y) * (n - 1));
  }

  private static double[] solve(double[][] equations) {
    int k = equations.length;
    for (int pivot = 0; pivot < k; pivot++) {
      int best = pivot;
      for (int row = pivot; row < k; row++) {
        best = Math.abs(equations[row][pivot]) > Math.abs(equations[best][pivot]) ? row : best;
      }
      double[] swapped = equations[pivot];
      equations[pivot] = equations[best];
      equations[best] = swapped;
      for (int row = 0; row < k; row++) {
        double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
        for (int column = pivot; column <= k; column++) {
          equations[row][column] -= factor * equations[pivot][column];
        }
      }
    }
    double[] solution = new double[k];
    for (int i = 0; i < k; i++) {
      solution[i] = equations[i][k] / equations[i][i];
    }
    return solution;
  }

  /** Krippendorff's alpha by walking over every ordered pair of values. */
  static double krippendorff(List<double[]> rows, boolean ordinal) {
    int units = rows.get(0).length;
    List<double[]> pairable = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      double[] values = column(rows, unit);
      if (values.length >= 2) {
        pairable.add(values);
      }
    }
    double[] all = pairable.stream().flatMapToDouble(Arrays::stream).toArray();
    DoubleBinaryOperator distance =
        (c, k) -> Math.pow(ordinal ? between(all, Math.min(c, k), Math.max(c, k)) : c - k, 2);
    double observed = 0;
    for (double[] values : pairable) {
      observed += pairs(values, distance) / (values.length - 1);
    }
    double expected = pairs(all, distance) / (all.length - 1);
    return 1 - observed / expected;
  }

  /** Sum of n_g for g from c to k, less half of both ends. */
  private static double between(double[] all, double c, double k) {
    double inside = Arrays.stream(all).filter(g -> g >= c && g <= k).count();
    double ends =
        Arrays.stream(all).filter(g -> g == c).count()
            + Arrays.stream(all).filter(g -> g == k).count();
    return inside - ends / 2;
  }

  private static double pairs(double[] values, DoubleBinaryOperator distance) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        sum += i == j ? 0 : distance.applyAsDouble(values[i], values[j]);
      }
    }
    return sum;
  }

  /** Kendall's W from each person's ranks, ties sharing the mean rank. */
  static double kendallW(List<double[]> rows) {
    int k = rows.get(0).length;
    double m = rows.size();
    double[] sums = new double[k];
    double ties = 0;
    for (double[] row : rows) {
      for (int item = 0; item < k; item++) {
        double own = row[item];
        double below = Arrays.stream(row).filter(x -> x < own).count();
        double same = Arrays.stream(row).filter(x -> x == own).count();
        sums[item] += below + (same + 1) / 2;
        // each of the t tied items adds t^2 - 1: together t^3 - t
        ties += same * same - 1;
      }
    }
    double spread = variance(sums) * (k - 1);
    return 12 * spread / (m * m * (k * k * k - k) - m * ties);
  }

  static double meanDeviation(double[] x, boolean fromMedian) {
    double[] sorted = Arrays.stream(x).sorted().toArray();
    double median = (sorted[(x.length - 1) / 2] + sorted[x.length / 2]) / 2;
    double centre = fromMedian ? median : mean(x);
    return Arrays.stream(x).map(value -> Math.abs(value - centre)).average().orElseThrow();
  }

  /** Quantile at position h = (n + 1) p (type 6) or (n - 1) p + 1 (type 7), linear in between. */
  static double quantile(double[] scores, double p, int type) {
    double[] sorted = Arrays.stream(scores).sorted().toArray();
    double h = type == 6 ? (sorted.length + 1) * p : (sorted.length - 1) * p + 1;
    h = Math.max(1, Math.min(sorted.length, h));
    int floor = (int) Math.floor(h);
    int next = Math.min(sorted.length, floor + 1);
    return sorted[floor - 1] + (h - floor) * (sorted[next - 1] - sorted[floor - 1]);
  }
}
