/**
 * Scale scores, item figures, reliability, agreement and aggregation for Likert-type answers. One
 * class per coefficient; each says its formula, its edges and where it comes from. Undefined
 * figures are {@link dev.rolewise.assessment.scoring.statistics.Figure figures} with a reason,
 * never NaN.
 */
package dev.rolewise.assessment.scoring.statistics;
