package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One factor by minimum residuals (Harman and Jones 1966, Psychometrika 31): the loadings that make
 * f = sum over i &lt; j of (r_ij - l_i l_j)^2 smallest while every uniqueness 1 - l^2 keeps to
 * {@link OneFactor#LEAST_UNIQUENESS}. Each loading in turn is set to its best value given the
 * others, sum_j r_ij l_j / sum_j l_j^2 within the bound, which never makes f larger; several starts
 * guard against local optima.
 */
final class MinimumResiduals {

  private static final int MOST_ROUNDS = 20_000;
  private static final int ROUNDS_TO_TELL = 60;
  private static final int MOST_FOLLOWED = 3;
  private static final int MOST_VECTORS = 4;
  private static final int MOST_SPIKES = 12;
  private static final double CLOSE_ENOUGH = 1e-14;
  private static final double LARGEST_LOADING = Math.sqrt(1 - OneFactor.LEAST_UNIQUENESS);

  private final double[][] r;

  private MinimumResiduals(double[][] correlations) {
    r = correlations;
  }

  /**
   * @param correlations three items or more
   */
  static OneFactor fit(double[][] correlations) {
    MinimumResiduals residuals = new MinimumResiduals(correlations);
    return residuals.starts().stream()
        .map(start -> residuals.descend(start, ROUNDS_TO_TELL))
        .sorted(Comparator.comparingDouble(OneFactor::discrepancy))
        .limit(MOST_FOLLOWED)
        .map(promising -> residuals.descend(promising.loadings(), MOST_ROUNDS))
        .min(Comparator.comparingDouble(OneFactor::discrepancy))
        .orElseThrow();
  }

  private List<double[]> starts() {
    Spectrum spectrum = Spectrum.of(r);
    List<double[]> starts = new ArrayList<>();
    for (int factor = 0; factor < Math.min(MOST_VECTORS, r.length); factor++) {
      double size = Math.sqrt(Math.max(0.01, spectrum.values()[factor]));
      starts.add(Arrays.stream(spectrum.vectors()[factor]).map(v -> bounded(v * size)).toArray());
    }
    // local optima sit where the factor is nearly one of the items
    IntStream.range(0, r.length)
        .boxed()
        .sorted(Comparator.comparingDouble(item -> -shared(item)))
        .limit(MOST_SPIKES)
        .forEach(item -> starts.add(r[item].clone()));
    return starts;
  }

  /** Sum of an item's squared correlations. */
  private double shared(int item) {
    return Arrays.stream(r[item]).map(correlation -> correlation * correlation).sum();
  }

  private OneFactor descend(double[] start, int rounds) {
    double[] l = start.clone();
    for (int round = 0; round < rounds; round++) {
      double moved = 0;
      for (int i = 0; i < l.length; i++) {
        double better = best(l, i);
        moved = Math.max(moved, Math.abs(better - l[i]));
        l[i] = better;
      }
      if (moved < CLOSE_ENOUGH) {
        break;
      }
    }
    double[] psi = Arrays.stream(l).map(loading -> 1 - loading * loading).toArray();
    return new OneFactor(l, psi, residual(l));
  }

  private double best(double[] l, int i) {
    double shared = 0;
    double weight = 0;
    for (int j = 0; j < l.length; j++) {
      if (j != i) {
        shared += r[i][j] * l[j];
        weight += l[j] * l[j];
      }
    }
    return weight == 0 ? 0 : bounded(shared / weight);
  }

  private static double bounded(double loading) {
    return Math.max(-LARGEST_LOADING, Math.min(LARGEST_LOADING, loading));
  }

  private double residual(double[] l) {
    double sum = 0;
    for (int i = 0; i < l.length; i++) {
      for (int j = 0; j < i; j++) {
        double rest = r[i][j] - l[i] * l[j];
        sum += rest * rest;
      }
    }
    return sum;
  }
}
