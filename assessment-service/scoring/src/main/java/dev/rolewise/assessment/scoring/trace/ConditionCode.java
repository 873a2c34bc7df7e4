package dev.rolewise.assessment.scoring.trace;

/** What rules ask; the numbers that come with each are named here. */
public enum ConditionCode {
  /** n, needed. */
  TOO_FEW_RELEASED,
  /** n, size, percent. */
  TURNOUT_TOO_LOW,
  /** usable, needed: usable areas of the role. */
  ROLE_NOT_USABLE,
  /** initiatives, needed: whether the programme side is asked about at all. */
  SEVERAL_INITIATIVES,
  /**
   * struggle, gap, struggleGate, gapGate; usable, needed while the role is not usable; none when
   * nobody was asked. So for all below.
   */
  ROLE_VACANT,
  ROLE_NOT_VACANT,
  ROLE_UNSUPPORTED
}
