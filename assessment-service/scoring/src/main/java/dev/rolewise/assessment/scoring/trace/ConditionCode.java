package dev.rolewise.assessment.scoring.trace;

/** What rules ask; the numbers that come with each are named here. */
public enum ConditionCode {
  /** n, needed. */
  TOO_FEW_RELEASED,
  /** n, size, percent. */
  TURNOUT_TOO_LOW,
  /** usable, needed: usable areas of the role. */
  ROLE_NOT_USABLE,
  /** struggle, gap, struggleGate, gapGate; none while the role is not usable. So for all below. */
  ROLE_VACANT,
  ROLE_NOT_VACANT,
  ROLE_UNSUPPORTED
}
