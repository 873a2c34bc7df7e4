package dev.rolewise.local.command;

import dev.rolewise.assessment.scoring.trace.Condition;
import dev.rolewise.assessment.scoring.trace.RuleTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every rule that was tried, in plain English. */
final class RuleLines {

  private RuleLines() {}

  static List<String> of(List<RuleTrial> rules) {
    List<String> lines = new ArrayList<>();
    lines.add("Rules in order; the first that matches decides:");
    boolean decided = false;
    for (RuleTrial rule : rules) {
      String outcome = decided ? "would match, too late" : "matches and decides";
      lines.add("  " + rule.rule() + " " + code(rule) + ": " + (rule.matches() ? outcome : "no"));
      decided |= rule.matches();
      if (rule.conditions().isEmpty()) {
        lines.add("       whatever is left");
      } else if (rule.conditions().size() > 1) {
        lines.add(rule.needsAll() ? "       needs all of:" : "       needs one of:");
      }
      rule.conditions().forEach(condition -> lines.add("       " + line(condition)));
    }
    return lines;
  }

  private static String code(RuleTrial rule) {
    return rule.code() == null ? "SUPPORT_…" : rule.code().name();
  }

  private static String line(Condition condition) {
    Map<String, Number> numbers = condition.numbers();
    String asked =
        switch (condition.code()) {
          case TOO_FEW_RELEASED ->
              "fewer than " + numbers.get("needed") + " released: " + numbers.get("n");
          case TURNOUT_TOO_LOW ->
              "released are less than "
                  + numbers.get("percent")
                  + " % of the team: "
                  + numbers.get("n")
                  + " of "
                  + numbers.get("size");
          case ROLE_NOT_USABLE ->
              condition.role()
                  + " cannot be judged: "
                  + numbers.get("usable")
                  + " usable areas, needed "
                  + numbers.get("needed");
          case SEVERAL_INITIATIVES ->
              "connected initiatives: "
                  + numbers.get("initiatives")
                  + ", at least "
                  + numbers.get("needed")
                  + "?";
          case ROLE_VACANT -> condition.role() + " vacant" + scores(numbers, true);
          case ROLE_NOT_VACANT -> condition.role() + " not vacant" + scores(numbers, true);
          case ROLE_UNSUPPORTED -> condition.role() + " unsupported" + scores(numbers, false);
        };
    return (condition.holds() ? "yes  " : "no   ") + asked;
  }

  private static String scores(Map<String, Number> numbers, boolean vacant) {
    if (numbers.isEmpty()) {
      return " (not asked)";
    }
    if (numbers.containsKey("usable")) {
      return " (cannot be judged: "
          + numbers.get("usable")
          + " usable areas, needed "
          + numbers.get("needed")
          + ")";
    }
    int struggleGate = numbers.get("struggleGate").intValue();
    int gapGate = numbers.get("gapGate").intValue();
    return " (struggle "
        + Points.of(numbers.get("struggle").doubleValue(), struggleGate)
        + ", at least "
        + struggleGate
        + "? gap "
        + Points.of(numbers.get("gap").doubleValue(), gapGate)
        + (vacant ? ", at least " : ", below ")
        + gapGate
        + "?)";
  }
}
