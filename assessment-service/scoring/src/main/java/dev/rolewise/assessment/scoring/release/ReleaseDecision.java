package dev.rolewise.assessment.scoring.release;

/**
 * @param release how many sheets to release now: all pending ones or none
 * @param heldBack how many stay behind
 * @param reopenable whether the round may be opened again after a close with this outcome
 */
public record ReleaseDecision(int release, int heldBack, boolean reopenable) {}
