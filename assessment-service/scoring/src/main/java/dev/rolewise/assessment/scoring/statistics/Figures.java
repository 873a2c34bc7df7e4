package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * A row of numbers of one kind, such as one per item.
 *
 * @param values NaN where a single number is undefined; null when all of them are
 * @param reason why something is undefined; null when nothing is
 */
public record Figures(double[] values, String reason) {

  public Figures {
    values = values == null ? null : values.clone();
    boolean whole = values != null && Arrays.stream(values).allMatch(Double::isFinite);
    if (whole == (reason != null)) {
      throw new IllegalArgumentException("figures are finite numbers or come with a reason");
    }
  }

  /** Numbers that are all defined. */
  public static Figures of(double... values) {
    return new Figures(values, null);
  }

  /** Numbers of which some may be NaN, and then why. */
  public static Figures partly(double[] values, String reason) {
    boolean whole = Arrays.stream(values).allMatch(Double::isFinite);
    return new Figures(values, whole ? null : reason);
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
        && java.util.Objects.equals(reason, figures.reason);
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
