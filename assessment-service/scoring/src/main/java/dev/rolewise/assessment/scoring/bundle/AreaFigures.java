package dev.rolewise.assessment.scoring.bundle;

import java.util.List;

/**
 * The counts of one area.
 *
 * @param id area id
 * @param struggle null when too few people rated it
 * @param coverage people per coverage option, in the order of the instrument; null when too few
 *     people said who takes care of it
 */
public record AreaFigures(String id, StruggleSums struggle, List<Integer> coverage) {
  public AreaFigures {
    coverage = coverage == null ? null : List.copyOf(coverage);
  }
}
