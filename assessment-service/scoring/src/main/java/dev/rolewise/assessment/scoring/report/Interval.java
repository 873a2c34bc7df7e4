package dev.rolewise.assessment.scoring.report;

/** Lower and upper bound, both 0..100. */
public record Interval(double low, double high) {}
