package dev.rolewise.assessment.scoring.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing a rule asked.
 *
 * @param role id of the role it is about, or null
 * @param holds the answer
 * @param numbers by name, see {@link ConditionCode}: Integer for counts and gates, unrounded Double
 *     for scores
 */
public record Condition(
    ConditionCode code, String role, boolean holds, Map<String, Number> numbers) {
  public Condition {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
