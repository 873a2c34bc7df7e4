package dev.rolewise.assessment.scoring.report;

/**
 * Agreement within a team on the two items of an area.
 *
 * @param adMean AD_M, mean over the items of the mean absolute deviation from the item mean (Burke,
 *     Finkelstein and Dusig 1999), in scale points; 0 is full agreement
 * @param rwgjLindell r*wg(j) = 1 - mean item variance / expected variance (Lindell, Brandt and
 *     Whitney 1999), 1 is full agreement, negative for a team in two camps
 * @param chance95 the value that r*wg(j) stays at or below in 95 % of teams of this many people who
 *     answer at random
 */
public record Agreement(double adMean, double rwgjLindell, double chance95) {}
