package dev.rolewise.assessment.scoring.release;

import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.report.ScanReport;

/**
 * A report of a round that shows values in batches.
 *
 * @param report computed from the figures that may be shown
 * @param shown those figures, to be held against the next release
 * @param whole whether every figure is about all released sheets, so that a bundle can carry them
 */
public record ShownRound(ScanReport report, RoundSums shown, boolean whole) {}
