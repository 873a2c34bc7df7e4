package dev.rolewise.assessment.scoring.report;

/** Struggle and gap against their gates; at the gate counts as high. */
public enum Quadrant {
  /** Struggle and gap both high: nobody takes care of it and it hurts. */
  VACANT,
  /** Struggle high, gap low: somebody takes care of it, and it hurts all the same. */
  UNSUPPORTED,
  /** Struggle low, gap high: it works, and nothing is agreed. */
  INFORMAL,
  /** Both low. */
  FINE
}
