package dev.rolewise.assessment.access;

import java.util.UUID;

/**
 * What a token allows: one thing only.
 *
 * @param kind who holds it
 * @param team the team it belongs to
 * @param round the round it belongs to; null for an organiser
 * @param comments whether a report link shows comments; false for everybody else
 * @param spent whether a ticket has been used: it then hands in nothing any more; false for
 *     everybody else
 */
public record Right(Kind kind, UUID team, UUID round, boolean comments, boolean spent) {

  /** Who may hold a token. */
  public enum Kind {
    /** Everything of one team. */
    ORGANISER,
    /** Gets the organiser back in; no other right. */
    RECOVERY,
    /** Reads the questionnaire, draws tickets, reads released results where allowed. */
    MEMBER,
    /** Hands in one sheet. */
    TICKET,
    /** Reads one released report until the link expires or is withdrawn. */
    REPORT
  }
}
