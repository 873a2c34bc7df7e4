package dev.rolewise.assessment.scoring;

import dev.rolewise.assessment.scoring.report.Reason;
import dev.rolewise.assessment.scoring.report.ReasonCode;
import dev.rolewise.assessment.scoring.trace.Condition;
import dev.rolewise.assessment.scoring.trace.ConditionCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether enough people take part in a report for a verdict, and how many are missing otherwise.
 *
 * @param released sheets in the report, n
 */
record Turnout(RoundFacts facts, int released, int minimumPercent) {

  private static final int FEWEST_FOR_A_VERDICT = 4;
  private static final int ALL = 100;

  boolean enough() {
    return released >= neededPeople() && !shareTooLow();
  }

  /** What rule R0 asks about the sheets; one that holds is enough for it. */
  List<Condition> conditions() {
    Map<String, Number> people = new LinkedHashMap<>();
    people.put("n", released);
    people.put("needed", neededPeople());
    Map<String, Number> share = new LinkedHashMap<>();
    share.put("n", released);
    share.put("size", facts.size());
    share.put("percent", minimumPercent);
    return List.of(
        new Condition(ConditionCode.TOO_FEW_RELEASED, null, released < neededPeople(), people),
        new Condition(ConditionCode.TURNOUT_TOO_LOW, null, shareTooLow(), share));
  }

  List<Reason> shortfalls() {
    List<Reason> reasons = new ArrayList<>();
    int missingPeople = released < neededPeople() ? missing(neededPeople()) : 0;
    if (missingPeople > 0) {
      Map<String, Number> numbers = new LinkedHashMap<>();
      numbers.put("received", facts.received());
      numbers.put("needed", neededPeople());
      numbers.put("missing", missingPeople);
      reasons.add(new Reason(ReasonCode.TOO_FEW_ANSWERS, null, null, numbers));
    }
    // with fewer people missing than above, saying it twice would only confuse
    if (shareTooLow() && missing(neededShare()) > missingPeople) {
      Map<String, Number> numbers = new LinkedHashMap<>();
      numbers.put("n", released == 0 ? facts.received() : released);
      numbers.put("size", facts.size());
      numbers.put("needed", neededShare());
      numbers.put("missing", missing(neededShare()));
      reasons.add(new Reason(ReasonCode.TURNOUT_TOO_LOW, null, null, numbers));
    }
    return reasons;
  }

  private int neededPeople() {
    return Math.max(facts.k(), FEWEST_FOR_A_VERDICT);
  }

  private boolean shareTooLow() {
    return (long) released * ALL < (long) facts.size() * minimumPercent;
  }

  private int neededShare() {
    return (int) (((long) facts.size() * minimumPercent + ALL - 1) / ALL);
  }

  /**
   * How many more answers make a release that brings n to what is needed; a release takes at least
   * k sheets.
   */
  private int missing(int needed) {
    int batch = Math.max(facts.k(), needed - released);
    int waiting = facts.received() - released;
    boolean startsWithNothing = released == 0 || waiting > 0;
    return startsWithNothing ? batch - waiting : needed - released;
  }
}
