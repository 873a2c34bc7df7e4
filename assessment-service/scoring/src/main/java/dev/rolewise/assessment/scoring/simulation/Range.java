package dev.rolewise.assessment.scoring.simulation;

/** Bounds of an even draw, both 0..1. */
public record Range(double low, double high) {}
