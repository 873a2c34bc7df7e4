package dev.rolewise.assessment.scoring.simulation;

import dev.rolewise.assessment.scoring.report.VerdictCode;

/** The ten kinds of team of the reference behaviour, with the verdict that is right for each. */
enum Kind {
  PRODUCT(VerdictCode.PRODUCT),
  PROJECT(VerdictCode.PROJECT),
  PRODUCT_PARTIAL(VerdictCode.PRODUCT),
  PROJECT_PARTIAL(VerdictCode.PROJECT),
  BOTH(VerdictCode.BOTH),
  PROGRAMME(VerdictCode.PROGRAMME),
  SUPPORT_PRODUCT(VerdictCode.SUPPORT_PRODUCT),
  SUPPORT_PROJECT(VerdictCode.SUPPORT_PROJECT),
  SELF_ORGANISING(VerdictCode.NO_EXTRA_ROLE),
  HEALTHY(VerdictCode.NO_EXTRA_ROLE);

  private static final Range BASE_STRUGGLE = new Range(0.10, 0.35);
  private static final Range BASE_COVERAGE = new Range(0.65, 1);
  private static final String PARTLY_SPARED = "4";

  private final VerdictCode right;

  Kind(VerdictCode right) {
    this.right = right;
  }

  VerdictCode right() {
    return right;
  }

  boolean needsARole() {
    return switch (this) {
      case PRODUCT, PROJECT, PRODUCT_PARTIAL, PROJECT_PARTIAL, BOTH, PROGRAMME -> true;
      case SUPPORT_PRODUCT, SUPPORT_PROJECT, SELF_ORGANISING, HEALTHY -> false;
    };
  }

  Range struggle(String area, boolean mild) {
    if (troubled(area)) {
      return mild ? new Range(0.50, 0.75) : new Range(0.55, 0.90);
    }
    return this == PROGRAMME ? new Range(0.30, 0.45) : BASE_STRUGGLE;
  }

  Range coverage(String area, boolean mild) {
    if (this == SELF_ORGANISING) {
      return new Range(0, 0.40);
    }
    if (troubled(area)) {
      if (!needsARole()) {
        return new Range(0.75, 1);
      }
      return mild ? new Range(0.20, 0.50) : new Range(0, 0.35);
    }
    return this == PROGRAMME ? new Range(0.55, 0.85) : BASE_COVERAGE;
  }

  private boolean troubled(String area) {
    boolean spared = area.endsWith(PARTLY_SPARED);
    return switch (this) {
      case PRODUCT, SUPPORT_PRODUCT -> area.startsWith("P");
      case PROJECT, SUPPORT_PROJECT -> area.startsWith("J");
      case PRODUCT_PARTIAL -> area.startsWith("P") && !spared;
      case PROJECT_PARTIAL -> area.startsWith("J") && !spared;
      case BOTH -> !area.startsWith("G");
      case PROGRAMME -> area.startsWith("G");
      case SELF_ORGANISING, HEALTHY -> false;
    };
  }

  /** Bounds of an even draw. */
  record Range(double low, double high) {}
}
