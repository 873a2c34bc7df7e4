package dev.rolewise.assessment.scoring.oracle;

import java.util.List;

/** The mean of fractions. */
final class Mean {

  private Mean() {}

  static Fraction of(List<Fraction> values) {
    return values.stream()
        .reduce(Fraction.ZERO, Fraction::plus)
        .times(Fraction.of(1, values.size()));
  }
}
