package dev.rolewise.assessment.scoring.trace;

/**
 * How far a usable role stands from the gates.
 *
 * @param role role id
 * @param struggle 0..100
 * @param struggleGate at least this is high
 * @param gap 0..100
 * @param gapGate at least this is high
 */
public record RoleMargin(String role, double struggle, int struggleGate, double gap, int gapGate) {}
