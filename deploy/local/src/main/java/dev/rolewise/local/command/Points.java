package dev.rolewise.local.command;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores in words; never rounded across a gate. */
final class Points {

  private static final int DECIMALS = 2;

  private Points() {}

  /** A score, with as many decimals as it takes to stay on its side of the gate. */
  static String of(double score, int gate) {
    BigDecimal exact = BigDecimal.valueOf(score);
    BigDecimal border = BigDecimal.valueOf(gate);
    for (int decimals = DECIMALS; decimals < exact.scale(); decimals++) {
      BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
      if (rounded.compareTo(border) >= 0 == exact.compareTo(border) >= 0) {
        return plain(rounded);
      }
    }
    return plain(exact);
  }

  /** How far a score is from its gate: "3.5 above 45", "0 above 45" at the gate. */
  static String margin(double score, int gate) {
    BigDecimal distance = new BigDecimal(of(score, gate)).subtract(BigDecimal.valueOf(gate));
    return plain(distance.abs()) + (distance.signum() < 0 ? " below " : " above ") + gate;
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
