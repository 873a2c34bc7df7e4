package dev.rolewise.assessment.scoring.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One piece of evidence.
 *
 * @param role id of the role it is about, or null
 * @param area id of the area it is about, or null
 * @param numbers by name, see {@link ReasonCode}: Integer for counts and gates, unrounded Double
 *     for scores
 */
public record Reason(ReasonCode code, String role, String area, Map<String, Number> numbers) {
  public Reason {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
