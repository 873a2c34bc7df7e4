package dev.rolewise.assessment.scoring.report;

/**
 * @param id role id
 * @param side side id
 * @param struggle 0..100, null when the role is not usable
 * @param gap 0..100, null when the role is not usable
 * @param quadrant null when the role is not usable
 * @param usable whether enough of its areas are usable
 * @param interval 95 % interval of the struggle, only when part of the team answered
 */
public record RoleScore(
    String id,
    String side,
    Double struggle,
    Double gap,
    Quadrant quadrant,
    boolean usable,
    Interval interval) {}
