package dev.rolewise.assessment.scoring.trace;

import dev.rolewise.assessment.scoring.report.VerdictCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a verdict came about and what would flip it. All codes are those without rule R0.
 *
 * @param rules R0 to R7, in order
 * @param margins of the usable roles, in the order of the instrument
 * @param withoutArea per area id the code when that area is left out; empty without a verdict
 * @param withMissing the codes that the people whose answers are not in the report could bring
 *     about, the present one included; empty when nobody is missing, when the numbers for it are
 *     withheld, and without a verdict
 * @param problemWording the code from the items that name the problem alone; null when the numbers
 *     for it are withheld, and without a verdict
 * @param oppositeWording likewise from their opposites
 */
public record Explanation(
    List<RuleTrial> rules,
    List<RoleMargin> margins,
    Map<String, VerdictCode> withoutArea,
    Set<VerdictCode> withMissing,
    VerdictCode problemWording,
    VerdictCode oppositeWording) {
  public Explanation {
    rules = List.copyOf(rules);
    margins = List.copyOf(margins);
    withoutArea = Collections.unmodifiableMap(new LinkedHashMap<>(withoutArea));
    withMissing = Set.copyOf(withMissing);
  }
}
