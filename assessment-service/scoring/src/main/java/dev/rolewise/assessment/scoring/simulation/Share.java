package dev.rolewise.assessment.scoring.simulation;

/**
 * A share found by simulation.
 *
 * @param part how many of them
 * @param of out of how many
 */
public record Share(int part, int of) {

  /** 0..1; not a number when there is nothing to take a share of. */
  public double value() {
    return (double) part / of;
  }

  /**
   * Monte-Carlo standard error, half the width of Wilson's (1927) interval at z = 1: (1 / (N + 1))
   * sqrt(N p (1 - p) + 1/4). Unlike sqrt(p (1 - p) / N) it is not zero when nothing was seen in N
   * teams.
   */
  public double standardError() {
    double p = value();
    return Math.sqrt(of * p * (1 - p) + 0.25) / (of + 1.0);
  }
}
