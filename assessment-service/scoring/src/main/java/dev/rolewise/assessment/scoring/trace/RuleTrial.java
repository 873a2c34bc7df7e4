package dev.rolewise.assessment.scoring.trace;

import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.List;

/**
 * One rule on these numbers.
 *
 * @param rule {@code R0} to {@code R7}
 * @param needsAll whether all conditions must hold, or one is enough
 * @param conditions what it asked; empty for the rule that takes what is left
 * @param matches whether it fits; the first that does decides
 * @param code the verdict it gives; null for R6 where it does not fit
 */
public record RuleTrial(
    String rule, boolean needsAll, List<Condition> conditions, boolean matches, VerdictCode code) {
  public RuleTrial {
    conditions = List.copyOf(conditions);
  }
}
