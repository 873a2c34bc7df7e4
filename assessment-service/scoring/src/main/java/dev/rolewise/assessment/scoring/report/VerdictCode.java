package dev.rolewise.assessment.scoring.report;

/** The ten verdicts. */
public enum VerdictCode {
  NOT_ENOUGH_DATA,
  BOTH_PROGRAMME,
  BOTH,
  PROGRAMME,
  PRODUCT,
  PROJECT,
  SUPPORT_PRODUCT,
  SUPPORT_PROJECT,
  SUPPORT_BOTH,
  NO_EXTRA_ROLE
}
