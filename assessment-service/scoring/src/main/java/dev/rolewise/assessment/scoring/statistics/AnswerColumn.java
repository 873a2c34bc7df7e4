package dev.rolewise.assessment.scoring.statistics;

import java.util.Arrays;

/**
 * The answers to one item, a byte each while all of them are whole numbers of a narrow scale, a
 * double each from the first decimal on.
 */
final class AnswerColumn {

  static final byte MISSING = -1;
  private static final int FIRST_CAPACITY = 1024;

  private final ResponseScale responses;
  private byte[] codes;
  private double[] values;
  private int rows;

  AnswerColumn(ResponseScale responses) {
    this.responses = responses;
    if (responses.fitsBytes()) {
      codes = new byte[FIRST_CAPACITY];
    } else {
      values = new double[FIRST_CAPACITY];
    }
  }

  /**
   * @param answer within the scale, or NaN for a missing one
   */
  void add(double answer) {
    if (codes != null && answer != Math.rint(answer) && !Double.isNaN(answer)) {
      widen();
    }
    grow();
    if (codes != null) {
      codes[rows] = Double.isNaN(answer) ? MISSING : (byte) (answer - responses.lowest());
    } else {
      values[rows] = answer;
    }
    rows++;
  }

  private void widen() {
    values = new double[codes.length];
    for (int row = 0; row < rows; row++) {
      values[row] = value(row);
    }
    codes = null;
  }

  private void grow() {
    int capacity = codes == null ? values.length : codes.length;
    if (rows == capacity) {
      resize(Math.addExact(capacity, capacity / 2));
    }
  }

  /** Gives back the room that was taken in advance. */
  void trim() {
    resize(rows);
  }

  private void resize(int capacity) {
    if (codes != null) {
      codes = Arrays.copyOf(codes, capacity);
    } else {
      values = Arrays.copyOf(values, capacity);
    }
  }

  boolean whole() {
    return codes != null;
  }

  /** Distances from the lowest answer; {@link #MISSING} where there is none. */
  byte[] codes() {
    return codes;
  }

  /** The answer, NaN where there is none. */
  double value(int row) {
    if (codes == null) {
      return values[row];
    }
    return codes[row] == MISSING ? Double.NaN : responses.lowest() + codes[row];
  }
}
