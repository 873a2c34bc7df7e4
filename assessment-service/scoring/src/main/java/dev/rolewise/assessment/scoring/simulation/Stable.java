package dev.rolewise.assessment.scoring.simulation;

/** Verdicts told apart by whether leaving something out changes them, and how many are right. */
public record Stable(int stable, int stableAndRight, int unstable, int unstableAndRight) {

  static final Stable NONE = new Stable(0, 0, 0, 0);

  static Stable of(boolean flips, boolean right) {
    int one = right ? 1 : 0;
    return flips ? new Stable(0, 0, 1, one) : new Stable(1, one, 0, 0);
  }

  Stable plus(Stable other) {
    return new Stable(
        stable + other.stable,
        stableAndRight + other.stableAndRight,
        unstable + other.unstable,
        unstableAndRight + other.unstableAndRight);
  }

  /** Stable ones among the verdicts. */
  public Share share() {
    return new Share(stable, stable + unstable);
  }

  public Share rightWhenStable() {
    return new Share(stableAndRight, stable);
  }

  public Share rightWhenUnstable() {
    return new Share(unstableAndRight, unstable);
  }
}
