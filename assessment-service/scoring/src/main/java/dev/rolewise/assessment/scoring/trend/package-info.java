/**
 * Rounds of one team beside each other: which scores may be compared, and which difference between
 * two of them is more than noise. Reads what reports show, never sheets.
 */
package dev.rolewise.assessment.scoring.trend;
