package dev.rolewise.assessment.scoring.report;

/** Why the verdict is what it is; the numbers that come with each are named here. */
public enum ReasonCode {
  /** received, needed, missing. */
  TOO_FEW_ANSWERS,
  /** n, size, needed, missing. */
  TURNOUT_TOO_LOW,
  /** usable, needed: usable areas of the role. */
  SIDE_NOT_USABLE,
  NO_ROLE_VACANT,
  /** struggle, gap, struggleGate, gapGate; so for every ROLE code. */
  ROLE_VACANT,
  ROLE_UNSUPPORTED,
  ROLE_INFORMAL,
  ROLE_FINE,
  /** struggle, gap: the heaviest area of a role in the verdict. */
  TOP_AREA
}
