package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;
import java.util.Objects;

/**
 * A row of numbers of one kind, such as one per item.
 *
 * @param values NaN where a single number is undefined; null when all of them are
 * @param reason why something is undefined; null when nothing is
 */
public record Figures(double[] values, String reason) {

  public Figures {
    values = values == null ? null : values.clone();
    if ((values != null && allFinite(values)) == (reason != null)) {
      throw new IllegalArgumentException("figures are finite numbers or come with a reason");
    }
  }

  /** Numbers that are all defined. */
  public static Figures of(double... values) {
    return new Figures(values, null);
  }

  /** Numbers of which some may be NaN, and then why. */
  public static Figures partly(double[] values, String reason) {
    return new Figures(values, allFinite(values) ? null : reason);
  }

  private static boolean allFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** None, and why. */
  public static Figures undefined(String reason) {
    return new Figures(null, reason);
  }

  public boolean isDefined() {
    return values != null;
  }

  @Override
  public double[] values() {
    return values == null ? null : values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Figures figures
        && Arrays.equals(values, figures.values)
        && Objects.equals(reason, figures.reason);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return values == null ? reason : Arrays.toString(values);
  }
}
