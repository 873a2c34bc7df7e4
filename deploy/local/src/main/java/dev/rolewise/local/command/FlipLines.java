package dev.rolewise.local.command;

import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.VerdictCode;
import dev.rolewise.assessment.scoring.trace.Explanation;
import dev.rolewise.assessment.scoring.trace.RoleMargin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What would flip a verdict, in plain English. */
final class FlipLines {
  private static final String NOT_TOLD = "not told: it would say something about too few people";

  private final ScanReport report;
  private final RoundSums sums;
  private final Explanation explanation;
  private final List<String> lines = new ArrayList<>();

  private FlipLines(ScanReport report, RoundSums sums, Explanation explanation) {
    this.report = report;
    this.sums = sums;
    this.explanation = explanation;
  }

  static List<String> of(ScanReport report, RoundSums sums, Explanation explanation) {
    FlipLines flips = new FlipLines(report, sums, explanation);
    flips.lines.add("What would flip it:");
    if (report.stability() == null) {
      flips.lines.add("  Without a verdict there is nothing to flip.");
    } else {
      flips.person();
      flips.areas();
      flips.missing();
      flips.wordings();
    }
    flips.margins();
    return flips.lines;
  }

  private void person() {
    Boolean flips = report.stability().leaveOnePersonOut().flips();
    add("One person less", flips == null ? NOT_TOLD : stored(flips, "flips it", "never flips it"));
  }

  private void areas() {
    String flipping =
        explanation.withoutArea().entrySet().stream()
            .filter(area -> area.getValue() != report.verdict().code())
            .map(area -> "without " + area.getKey() + " it is " + area.getValue())
            .collect(Collectors.joining("; "));
    String kept = kept(explanation.withoutArea());
    add("One area less", flipping.isEmpty() ? "never flips it: " + kept : flipping + "; " + kept);
  }

  private String kept(Map<String, VerdictCode> withoutArea) {
    String areas =
        withoutArea.entrySet().stream()
            .filter(area -> area.getValue() == report.verdict().code())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    return areas.isEmpty() ? "every area is needed" : "the same without any of " + areas;
  }

  private void missing() {
    int missing = report.stability().missingAnswers().missing();
    Boolean flips = report.stability().missingAnswers().couldFlip();
    String others =
        explanation.withMissing().stream()
            .filter(code -> code != report.verdict().code())
            .sorted()
            .map(VerdictCode::name)
            .collect(Collectors.joining(", "));
    if (missing == 0) {
      add("Missing answers", "nobody's are missing");
    } else if (flips == null) {
      add("Missing answers", NOT_TOLD);
    } else if (explanation.withMissing().isEmpty()) {
      String stored = stored(flips, "could flip it", "cannot flip it");
      add("Missing answers", "those of " + missing + " " + stored);
    } else {
      String outcome = flips ? "could make it " + others : "cannot flip it";
      add("Missing answers", "those of " + missing + " " + outcome);
    }
  }

  private void wordings() {
    Boolean same = report.stability().wording().same();
    if (same == null) {
      add("Wordings", NOT_TOLD);
    } else if (explanation.problemWording() == null) {
      add("Wordings", stored(same, "both give the same", "they do not both give this"));
    } else {
      add(
          "Wordings",
          "the problem items alone give "
              + explanation.problemWording()
              + ", their opposites alone "
              + explanation.oppositeWording());
    }
    if (sums.votes() != null) {
      boolean agree = Boolean.TRUE.equals(report.stability().scenarios().agree());
      add("Scenarios", agree ? "point the same way" : "point another way");
    } else {
      add("Scenarios", "too few people voted");
    }
  }

  private static String stored(boolean holds, String yes, String no) {
    return (holds ? yes : no) + " (as stored)";
  }

  private void margins() {
    for (RoleMargin role : explanation.margins()) {
      add(
          role.role(),
          "struggle "
              + Points.margin(role.struggle(), role.struggleGate())
              + ", gap "
              + Points.margin(role.gap(), role.gapGate()));
    }
  }

  private void add(String what, String outcome) {
    lines.add("  " + what + ": " + outcome);
  }
}
