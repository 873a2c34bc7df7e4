package dev.rolewise.assessment.scoring.report;

import java.util.List;

/**
 * @param role id of the role the step is about, or null
 * @param area id of the one area the step is about, or null
 * @param areas ids of the areas the step covers; empty when it covers none in particular
 * @param missing how many answers are still missing (ASK_THE_REST), else null
 */
public record NextStep(
    StepCode code, String role, String area, List<String> areas, Integer missing) {
  public NextStep {
    areas = List.copyOf(areas);
  }
}
