package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.report.VerdictCode;

/**
 * The ten kinds of team that are simulated, with the verdict that is right for each. Every area of
 * a team has a true struggle s and a true coverage c, both 0..1 and drawn evenly from the ranges
 * given here. They were chosen before anything was simulated and describe nobody: no data of real
 * teams stands behind them.
 */
public enum TeamKind {
  PRODUCT(VerdictCode.PRODUCT),
  PROJECT(VerdictCode.PROJECT),
  /** Three of the four product areas. */
  PRODUCT_PARTIAL(VerdictCode.PRODUCT),
  /** Three of the four project areas. */
  PROJECT_PARTIAL(VerdictCode.PROJECT),
  BOTH(VerdictCode.BOTH),
  /** The projects get in each other's way, and both sides feel some of it. */
  PROGRAMME(VerdictCode.PROGRAMME),
  /** Somebody takes care of the product side, and it hurts all the same. */
  SUPPORT_PRODUCT(VerdictCode.SUPPORT_PRODUCT),
  /** Somebody takes care of the project side, and it hurts all the same. */
  SUPPORT_PROJECT(VerdictCode.SUPPORT_PROJECT),
  /** Nothing is agreed, and it works. */
  SELF_ORGANISING(VerdictCode.NO_EXTRA_ROLE),
  HEALTHY(VerdictCode.NO_EXTRA_ROLE);

  private static final Range BASE_STRUGGLE = new Range(0.10, 0.35);
  private static final Range BASE_COVERAGE = new Range(0.65, 1);

  private final VerdictCode right;

  TeamKind(VerdictCode right) {
    this.right = right;
  }

  /** The verdict that is right for such a team. */
  public VerdictCode right() {
    return right;
  }

  /** Whether it misses a role; advice to find somebody is wrong for every other kind. */
  public boolean needsARole() {
    return switch (this) {
      case PRODUCT, PROJECT, PRODUCT_PARTIAL, PROJECT_PARTIAL, BOTH, PROGRAMME -> true;
      case SUPPORT_PRODUCT, SUPPORT_PROJECT, SELF_ORGANISING, HEALTHY -> false;
    };
  }

  /** Whether it can be recognised only when the programme side is asked about. */
  public boolean needsSeveralInitiatives() {
    return this == PROGRAMME;
  }

  /**
   * How much an area hurts.
   *
   * @param side id of the side of the area: {@code product}, {@code project} or {@code programme}
   * @param last whether it is the last area of its side
   * @param mild trouble that is harder to tell from none
   */
  public Range struggle(String side, boolean last, boolean mild) {
    if (troubled(side, last)) {
      return mild ? new Range(0.50, 0.75) : new Range(0.55, 0.90);
    }
    return this == PROGRAMME ? new Range(0.30, 0.45) : BASE_STRUGGLE;
  }

  /** How far an area is taken care of; parameters as for {@link #struggle}. */
  public Range coverage(String side, boolean last, boolean mild) {
    if (this == SELF_ORGANISING) {
      return new Range(0, 0.40);
    }
    if (troubled(side, last)) {
      if (!needsARole()) {
        return new Range(0.75, 1);
      }
      return mild ? new Range(0.20, 0.50) : new Range(0, 0.35);
    }
    return this == PROGRAMME ? new Range(0.55, 0.85) : BASE_COVERAGE;
  }

  private boolean troubled(String side, boolean last) {
    boolean product = "product".equals(side);
    boolean project = "project".equals(side);
    return switch (this) {
      case PRODUCT, SUPPORT_PRODUCT -> product;
      case PROJECT, SUPPORT_PROJECT -> project;
      case PRODUCT_PARTIAL -> product && !last;
      case PROJECT_PARTIAL -> project && !last;
      case BOTH -> product || project;
      case PROGRAMME -> "programme".equals(side);
      case SELF_ORGANISING, HEALTHY -> false;
    };
  }
}
