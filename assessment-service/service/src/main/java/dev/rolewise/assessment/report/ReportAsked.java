package dev.rolewise.assessment.report;

import dev.rolewise.assessment.round.StoredRound;

/**
 * A report that somebody may read, as that somebody may read it.
 *
 * @param round the round, open or closed
 * @param organiser whether the organiser reads it
 * @param commentsAllowed whether released comments go with it
 */
record ReportAsked(StoredRound round, boolean organiser, boolean commentsAllowed) {
  /** Values of an open round are for its organiser alone, and only those that were released. */
  boolean tooEarly() {
    return round.open() && !organiser;
  }

  /** Comments wait for the close. */
  boolean comments() {
    return commentsAllowed && !round.open();
  }
}
