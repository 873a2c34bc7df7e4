package dev.rolewise.assessment.scoring;

/**
 * The answered scenarios of everybody in one pool.
 *
 * @param voters people who answered at least one scenario
 * @param bySide votes per side, and behind them those for "none of these"
 */
record VotePool(int voters, int[] bySide) {}
