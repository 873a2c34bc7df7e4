package dev.rolewise.assessment.scoring.report;

import java.util.List;

/**
 * @param code what the team misses
 * @param firmness null when the code is NOT_ENOUGH_DATA
 * @param confidence null when the code is NOT_ENOUGH_DATA
 * @param rule the rule that matched, {@code R0} to {@code R7}
 * @param also distinct codes of the findings, in rule order
 * @param findings every secondary finding with the role or area it is about, in rule order
 * @param fillFirst id of the vacant role to fill first (rules R1 and R2), else null
 * @param because the evidence, most important first
 * @param form forms of help: forms of the coverage options, hats of the instrument, {@link
 *     #TWO_HATS}
 * @param twoHats whether one person could wear both hats (the form {@link #TWO_HATS} is then in the
 *     list)
 */
public record Verdict(
    VerdictCode code,
    Firmness firmness,
    Confidence confidence,
    String rule,
    List<FindingCode> also,
    List<Finding> findings,
    String fillFirst,
    List<Reason> because,
    List<String> form,
    boolean twoHats) {

  /** Form of help: one person takes both roles, with a warning about the workload. */
  public static final String TWO_HATS = "TWO_HATS";

  public Verdict {
    also = List.copyOf(also);
    findings = List.copyOf(findings);
    because = List.copyOf(because);
    form = List.copyOf(form);
  }
}
