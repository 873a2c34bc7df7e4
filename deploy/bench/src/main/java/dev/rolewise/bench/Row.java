package dev.rolewise.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param goal such as P9
 * @param what is measured
 * @param yardstick what it is measured against, with its figure
 * @param unit of the figures, such as {@code x} for so many times the yardstick
 * @param samples one figure for each round, sorted
 * @param better which way is better
 * @param floor what must be reached; without a number nothing has to be
 * @param aim what should be reached
 */
public record Row(
    String goal,
    String what,
    String yardstick,
    String unit,
    double[] samples,
    Better better,
    double floor,
    double aim) {

  /** Which way is better. */
  public enum Better {
    SMALLER,
    LARGER
  }

  /** What came of it. */
  public enum Verdict {
    AIM("aim met"),
    FLOOR("floor met"),
    MISSED("MISSED"),
    TOLD("-");

    private final String said;

    Verdict(String said) {
      this.said = said;
    }

    public String said() {
      return said;
    }
  }

  public Row {
    samples = samples.clone();
    Arrays.sort(samples);
  }

  /** Smaller is better. */
  public static Row atMost(
      String goal,
      String what,
      String yardstick,
      String unit,
      double[] samples,
      double floor,
      double aim) {
    return new Row(goal, what, yardstick, unit, samples, Better.SMALLER, floor, aim);
  }

  /** Larger is better. */
  public static Row atLeast(
      String goal,
      String what,
      String yardstick,
      String unit,
      double[] samples,
      double floor,
      double aim) {
    return new Row(goal, what, yardstick, unit, samples, Better.LARGER, floor, aim);
  }

  /** A figure that explains others and has no goal of its own. */
  public static Row told(String goal, String what, String unit, double... samples) {
    return atMost(goal, what, "", unit, samples, Double.NaN, Double.NaN);
  }

  /** A goal about which nothing is known: not reached. */
  public static Row notMeasured(String goal, String why) {
    String first = why.lines().findFirst().orElse("");
    return atMost(
        goal,
        "could not be measured: " + first.substring(0, Math.min(first.length(), 80)),
        "",
        "",
        new double[] {Double.POSITIVE_INFINITY},
        0,
        0);
  }

  @Override
  public double[] samples() {
    return samples.clone();
  }

  /** The figure that is compared. */
  public double value() {
    return Samples.median(samples);
  }

  /** The figure with its spread. */
  public String measured() {
    if (Double.isInfinite(value())) {
      return "nothing";
    }
    String value = number(value()) + unit;
    return samples.length == 1
        ? value
        : value + " (" + number(samples[0]) + "-" + number(samples[samples.length - 1]) + ")";
  }

  public Verdict verdict() {
    if (Double.isNaN(floor)) {
      return Verdict.TOLD;
    }
    if (reaches(aim)) {
      return Verdict.AIM;
    }
    return reaches(floor) ? Verdict.FLOOR : Verdict.MISSED;
  }

  private boolean reaches(double goal) {
    return better == Better.SMALLER ? value() <= goal : value() >= goal;
  }

  /** Three digits that count. */
  public static String number(double value) {
    if (value != 0 && Math.abs(value) < 10) {
      return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.3f" : "%.2f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%.0f", value);
  }
}
