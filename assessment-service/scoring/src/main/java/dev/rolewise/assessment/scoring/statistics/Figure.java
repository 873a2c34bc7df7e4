package dev.rolewise.assessment.scoring.statistics;

/**
 * One number, or the reason why there is none.
 *
 * @param value finite; NaN when undefined
 * @param reason plain words; null when the number is defined
 */
public record Figure(double value, String reason) {

  public Figure {
    if (Double.isFinite(value) == (reason != null)) {
      throw new IllegalArgumentException("a figure is a finite number or a reason: " + value);
    }
  }

  /** A number; infinite and NaN are refused: whoever computes has to know its edges. */
  public static Figure of(double value) {
    return new Figure(value, null);
  }

  /** No number, and why. */
  public static Figure undefined(String reason) {
    return new Figure(Double.NaN, reason);
  }

  public boolean isDefined() {
    return reason == null;
  }
}
