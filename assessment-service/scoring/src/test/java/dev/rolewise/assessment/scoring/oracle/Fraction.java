package dev.rolewise.assessment.scoring.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Fractions the plain way, for checking the engine's arithmetic with other arithmetic. */
record Fraction(BigInteger top, BigInteger bottom) implements Comparable<Fraction> {

  static final Fraction ZERO = of(0, 1);

  static Fraction of(long top, long bottom) {
    return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
  }

  Fraction minus(Fraction other) {
    return plus(other.times(Fraction.of(-1, 1)));
  }

  Fraction times(Fraction other) {
    return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  Fraction abs() {
    return new Fraction(top.abs(), bottom);
  }

  @Override
  public int compareTo(Fraction other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }

  double toDouble() {
    return new BigDecimal(top).divide(new BigDecimal(bottom), new MathContext(40)).doubleValue();
  }
}
