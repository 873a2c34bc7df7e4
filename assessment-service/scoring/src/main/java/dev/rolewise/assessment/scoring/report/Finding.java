package dev.rolewise.assessment.scoring.report;

/**
 * A secondary finding.
 *
 * @param role id of the role it is about; for an area the role of its side; null for
 *     UNIFORM_STRUGGLE
 * @param area id of the area it is about, null when it is about the whole role or the whole team
 */
public record Finding(FindingCode code, String role, String area) {}
