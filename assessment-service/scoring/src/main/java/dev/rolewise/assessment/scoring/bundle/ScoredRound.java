package dev.rolewise.assessment.scoring.bundle;

import dev.rolewise.assessment.scoring.report.ScanReport;

/** A report and the sums it can be computed from again. */
public record ScoredRound(ScanReport report, RoundSums sums) {}
