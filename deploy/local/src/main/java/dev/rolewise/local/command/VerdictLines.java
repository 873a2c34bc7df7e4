package dev.rolewise.local.command;

import dev.rolewise.assessment.bundle.ReportBundle;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.assessment.scoring.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The team and its verdict, in plain English. */
final class VerdictLines {

  private VerdictLines() {}

  /**
   * @param knownInstrument whether this program comes with the instrument
   */
  static List<String> of(ReportBundle bundle, ScanReport report, boolean knownInstrument) {
    RoundFacts facts = bundle.facts();
    Instrument instrument = bundle.instrument();
    List<String> lines = new ArrayList<>();
    lines.add("Rules: " + bundle.engine() + ", as the bundle names them");
    lines.add(
        "Instrument: "
            + instrument.id()
            + " version "
            + instrument.version()
            + ", hash "
            + instrument.hash()
            + (knownInstrument ? " (known)" : " (not one of this program's: taken as stated)"));
    lines.add(
        "Team: size %d, %d answered, %d in the report, %d held back; k = %d; initiatives %d"
            .formatted(
                facts.size(),
                facts.received(),
                report.n(),
                report.heldBack(),
                facts.k(),
                facts.initiatives()));
    lines.add("Roles named as present: " + listed(facts.rolesPresent()));
    lines.add("");
    lines.addAll(verdict(report.verdict()));
    return lines;
  }

  private static List<String> verdict(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    lines.add("Verdict: " + verdict.code() + " by rule " + verdict.rule());
    if (verdict.firmness() != null) {
      lines.add(
          "  firmness "
              + verdict.firmness().code()
              + ", confidence "
              + verdict.confidence().code());
    }
    if (verdict.fillFirst() != null) {
      lines.add("  fill first: " + verdict.fillFirst());
    }
    if (!verdict.form().isEmpty()) {
      lines.add("  form: " + listed(verdict.form()));
    }
    if (!verdict.also().isEmpty()) {
      lines.add("  also: " + listed(verdict.also().stream().map(Enum::name).toList()));
    }
    return lines;
  }

  private static String listed(List<String> words) {
    return words.isEmpty() ? "none" : String.join(", ", words);
  }
}
