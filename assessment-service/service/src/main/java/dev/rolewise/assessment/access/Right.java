package dev.rolewise.assessment.access;

import java.util.UUID;

/**
 * What a token allows: one thing only.
 *
 * @param kind who holds it
 * @param team the team it belongs to
 * @param round the round it belongs to; null for an organiser
 */
public record Right(Kind kind, UUID team, UUID round) {
  /** Who may hold a token. */
  public enum Kind {
    /** Everything of one team. */
    ORGANISER,
    /** Gets the organiser back in; no other right. */
    RECOVERY,
    /** Reads the questionnaire, draws tickets, reads released results where allowed. */
    MEMBER,
    /** Hands in one sheet. */
    TICKET
  }
}
