package dev.rolewise.assessment.scoring.simulation;

/**
 * Sums behind the bias of an area's struggle: reported minus true, in points (0..100), over areas.
 *
 * @param areas how many there were
 * @param balanced sum with both wordings, as scored
 * @param problemsOnly sum with the wordings that describe the problem alone, as a questionnaire
 *     without opposites would have it
 */
public record WordingBias(int areas, double balanced, double problemsOnly) {

  static final WordingBias NONE = new WordingBias(0, 0, 0);

  WordingBias plus(WordingBias other) {
    return new WordingBias(
        areas + other.areas, balanced + other.balanced, problemsOnly + other.problemsOnly);
  }

  public double meanBalanced() {
    return balanced / areas;
  }

  public double meanProblemsOnly() {
    return problemsOnly / areas;
  }
}
