package dev.rolewise.assessment.scoring.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One factor by maximum likelihood (Joreskog 1967, Psychometrika 32): the uniquenesses psi that
 * make F = log|S| + tr(R S^-1) - log|R| - k smallest, with S = l l' + diag(psi) and the loadings
 * that are best for them: l = psi^1/2 w sqrt(t - 1), where t and w are the largest eigenvalue and
 * its vector of psi^-1/2 R psi^-1/2. The estimate is the same for covariances, in the units of the
 * items.
 *
 * <p>The logarithms of psi are searched by a quasi-Newton method (BFGS) between {@link
 * OneFactor#LEAST_UNIQUENESS} and 1, from several starts, because F has local optima; the lowest
 * one counts.
 */
final class MaximumLikelihood {

  private static final int STEPS_TO_TELL = 12;
  private static final int MOST_FOLLOWED = 3;
  private static final int MOST_STEPS = 500;
  private static final int MOST_SPIKES = 8;
  private static final int MOST_UNMOVED = 8;
  private static final double NOTHING = 1e-14;
  private static final double FLAT = 1e-9;
  private static final double LOWEST = Math.log(OneFactor.LEAST_UNIQUENESS);
  private static final double HIGHEST = 0;

  private final double[][] r;
  private final double logDeterminant;
  private final double[] smc;

  private MaximumLikelihood(double[][] correlations, Spectrum spectrum) {
    r = correlations;
    logDeterminant = spectrum.logDeterminant();
    smc = Arrays.stream(spectrum.inverseDiagonal()).map(d -> 1 - 1 / d).toArray();
  }

  /** F and its slope at one point; also what the model is there. */
  private record Point(double[] x, double f, double[] slope, double[] loadings, double[] vector) {
    OneFactor model() {
      return new OneFactor(loadings, Arrays.stream(x).map(Math::exp).toArray(), f);
    }
  }

  /**
   * @param correlations three items or more, not singular
   * @param spectrum of the correlations
   */
  static OneFactor fit(double[][] correlations, Spectrum spectrum) {
    MaximumLikelihood likelihood = new MaximumLikelihood(correlations, spectrum);
    return likelihood.starts().stream()
        .map(start -> likelihood.descend(start, STEPS_TO_TELL))
        .sorted(Comparator.comparingDouble(Point::f))
        .limit(MOST_FOLLOWED)
        .map(promising -> likelihood.descend(promising.x(), MOST_STEPS))
        .min(Comparator.comparingDouble(Point::f))
        .map(Point::model)
        .orElseThrow();
  }

  private List<double[]> starts() {
    int k = r.length;
    List<double[]> starts = new ArrayList<>();
    starts.add(Arrays.stream(smc).map(s -> Math.log((1 - 0.5 / k) * (1 - s))).toArray());
    for (double even : new double[] {0.5, 0.1}) {
      double[] start = new double[k];
      Arrays.fill(start, Math.log(even));
      starts.add(start);
    }
    // local optima sit where the factor is nearly one of the items
    List<Integer> best = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      best.add(i);
    }
    best.sort(Comparator.comparingDouble(i -> -smc[i]));
    for (int item : best.subList(0, Math.min(MOST_SPIKES, k))) {
      double[] start = new double[k];
      for (int i = 0; i < k; i++) {
        start[i] = Math.log(i == item ? 0.02 : Math.max(0.1, 1 - r[i][item] * r[i][item]));
      }
      starts.add(start);
    }
    return starts;
  }

  /**
   * @param near an eigenvector that is probably close to the one sought
   */
  private Point at(double[] x, double[] near) {
    int k = x.length;
    double[][] scaled = new double[k][k];
    double inverseSum = 0;
    double logSum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j <= i; j++) {
        scaled[i][j] = r[i][j] * Math.exp(-(x[i] + x[j]) / 2);
        scaled[j][i] = scaled[i][j];
      }
      inverseSum += scaled[i][i];
      logSum += x[i];
    }
    LargestEigenvalue top = LargestEigenvalue.of(scaled, near);
    double t = top.value();
    double factor = Math.max(0, t - 1);
    // sum of t_j - 1 - log t_j over the eigenvalues that the factor does not explain
    double f = inverseSum - k - (logDeterminant - logSum);
    f -= factor > 0 ? t - 1 - Math.log(t) : 0;
    double[] loadings = new double[k];
    double[] slope = new double[k];
    for (int i = 0; i < k; i++) {
      double psi = Math.exp(x[i]);
      loadings[i] = Math.sqrt(psi * factor) * top.vector()[i];
      // dF / d log psi_i = (l_i^2 + psi_i - 1) / psi_i where the loadings are the best ones
      slope[i] = (loadings[i] * loadings[i] + psi - 1) / psi;
    }
    return new Point(x, f, slope, loadings, top.vector());
  }

  private Point descend(double[] start, int steps) {
    Point point = at(within(start), null);
    double[][] inverse = identity(start.length);
    int unmoved = 0;
    for (int step = 0; step < steps; step++) {
      boolean[] free = free(point);
      if (flat(point, free)) {
        break;
      }
      Point next = along(point, direction(point, inverse, free));
      if (next == null) {
        inverse = identity(start.length);
        next = along(point, direction(point, inverse, free));
        if (next == null) {
          break;
        }
      }
      update(inverse, point, next);
      // what is left to gain is less than F can show, several times in a row
      unmoved = point.f() - next.f() > NOTHING * (1 + Math.abs(next.f())) ? 0 : unmoved + 1;
      point = next;
      if (unmoved == MOST_UNMOVED) {
        break;
      }
    }
    return point;
  }

  /** A uniqueness at a bound stays there while F falls beyond it. */
  private static boolean[] free(Point point) {
    boolean[] free = new boolean[point.x().length];
    for (int i = 0; i < free.length; i++) {
      boolean held =
          point.x()[i] <= LOWEST && point.slope()[i] > 0
              || point.x()[i] >= HIGHEST && point.slope()[i] < 0;
      free[i] = !held;
    }
    return free;
  }

  private static boolean flat(Point point, boolean[] free) {
    for (int i = 0; i < free.length; i++) {
      if (free[i] && Math.abs(point.slope()[i]) > FLAT) {
        return false;
      }
    }
    return true;
  }

  private static double[] direction(Point point, double[][] inverse, boolean[] free) {
    int k = free.length;
    double[] direction = new double[k];
    double descent = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; free[i] && j < k; j++) {
        direction[i] -= free[j] ? inverse[i][j] * point.slope()[j] : 0;
      }
      descent += direction[i] * point.slope()[i];
    }
    if (descent < 0) {
      return direction;
    }
    for (int i = 0; i < k; i++) {
      direction[i] = free[i] ? -point.slope()[i] : 0;
    }
    return direction;
  }

  /** The first point on the way, halving the step, that lies lower; null when none does. */
  private Point along(Point from, double[] direction) {
    double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
    double step = Math.min(1, 2 / longest);
    for (int halving = 0; halving < 30; halving++) {
      double[] x = from.x().clone();
      double promised = 0;
      for (int i = 0; i < x.length; i++) {
        x[i] = bounded(x[i] + step * direction[i]);
        promised += (x[i] - from.x()[i]) * from.slope()[i];
      }
      Point to = at(x, from.vector());
      boolean lower = to.f() <= from.f() + 1e-4 * promised;
      // at the bottom F no longer shows a difference that its slope still does
      boolean level = to.f() <= from.f() + 1e-14 && steepness(to) < 0.9 * steepness(from);
      if (promised < 0 && (lower || level)) {
        return to;
      }
      step /= 2;
    }
    return null;
  }

  private static double steepness(Point point) {
    boolean[] free = free(point);
    double steepest = 0;
    for (int i = 0; i < free.length; i++) {
      steepest = Math.max(steepest, free[i] ? Math.abs(point.slope()[i]) : 0);
    }
    return steepest;
  }

  /** The BFGS formula for the inverse of the matrix of second derivatives. */
  private static void update(double[][] inverse, Point from, Point to) {
    int k = inverse.length;
    double[] s = new double[k];
    double[] y = new double[k];
    double sy = 0;
    for (int i = 0; i < k; i++) {
      s[i] = to.x()[i] - from.x()[i];
      y[i] = to.slope()[i] - from.slope()[i];
      sy += s[i] * y[i];
    }
    if (sy <= 1e-18) {
      return;
    }
    double[] hy = new double[k];
    double yhy = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        hy[i] += inverse[i][j] * y[j];
      }
      yhy += y[i] * hy[i];
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        inverse[i][j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private static double[][] identity(int k) {
    double[][] identity = new double[k][k];
    for (int i = 0; i < k; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[] within(double[] x) {
    return Arrays.stream(x).map(MaximumLikelihood::bounded).toArray();
  }

  private static double bounded(double x) {
    return Math.max(LOWEST, Math.min(HIGHEST, x));
  }
}
