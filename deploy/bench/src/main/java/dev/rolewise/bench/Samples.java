package dev.rolewise.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of several rounds. */
public final class Samples {

  private Samples() {}

  public static double median(double[] sorted) {
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** One figure for each round, in the order of the rounds. */
  public static <T> double[] each(List<T> rounds, ToDoubleFunction<T> figure) {
    return rounds.stream().mapToDouble(figure).toArray();
  }

  /** The middle one of the figures of several rounds. */
  public static <T> double middle(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = each(rounds, figure);
    Arrays.sort(sorted);
    return median(sorted);
  }
}
