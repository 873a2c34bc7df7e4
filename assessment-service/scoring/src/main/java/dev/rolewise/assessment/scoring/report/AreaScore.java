package dev.rolewise.assessment.scoring.report;

import java.util.List;

/**
 * One responsibility. Whatever too few people answered is null.
 *
 * @param id area id
 * @param role role id of its side
 * @param struggle 0..100
 * @param gap 0..100
 * @param quadrant null unless struggle and gap are both known
 * @param distribution counts of the item answers 0..4, reversed items turned round
 * @param dontKnow item answers that were "don't know"
 * @param coverage counts per coverage option, in the order of the instrument
 * @param agreement among people who answered both wordings
 * @param split whether the team sees this area in clearly different ways
 * @param usable whether struggle and gap are both known
 */
public record AreaScore(
    String id,
    String role,
    Double struggle,
    Double gap,
    Quadrant quadrant,
    List<Integer> distribution,
    Integer dontKnow,
    List<Integer> coverage,
    Agreement agreement,
    boolean split,
    boolean usable) {
  public AreaScore {
    distribution = distribution == null ? null : List.copyOf(distribution);
    coverage = coverage == null ? null : List.copyOf(coverage);
  }
}
