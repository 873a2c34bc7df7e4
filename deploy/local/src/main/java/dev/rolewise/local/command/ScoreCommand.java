package dev.rolewise.local.command;

import dev.rolewise.assessment.bundle.BundleReader;
import dev.rolewise.assessment.bundle.ReportBundle;
import dev.rolewise.assessment.bundle.ReportDifference;
import dev.rolewise.assessment.report.ScanReportJson;
import dev.rolewise.assessment.scoring.BundleEngine;
import dev.rolewise.assessment.scoring.Engines;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.bundle.Contradiction;
import dev.rolewise.assessment.scoring.report.ScanReport;
import dev.rolewise.local.input.InputFault;
import dev.rolewise.local.instrument.PackagedInstruments;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Computes a report again from its bundle, without a server. Ends with 0 when bundle and
 * recomputation agree, 1 when the bundle was changed or differs, 2 when it cannot be read.
 */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = {
      "Computes a report again from its bundle: the verdict, each rule it tried, what would flip it.",
      "Exit code 1 when the bundle does not agree with the recomputation."
    })
public final class ScoreCommand implements Callable<Integer> {

  private static final int MOST_LISTED = 20;
  private static final String CHANGED = "This bundle was changed after it was made: ";
  private static final String DIFFERS = "This bundle's report does not follow from its numbers: ";

  @Spec private CommandSpec spec;

  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "FILE.json",
      description = "The file that a report's page and /rounds/{id}/report.bundle.json give.")
  private Path file;

  @Override
  public Integer call() {
    BundleFile text = BundleFile.read(file);
    ReportBundle bundle = text.checked(() -> BundleReader.read(text.document()));
    boolean hashBelongs = text.checked(() -> BundleReader.hashBelongs(text.document()));
    BundleEngine engine = engine(text, bundle);
    List<InputFault> findings = new ArrayList<>();
    if (!hashBelongs) {
      findings.add(text.fault("/hash", CHANGED, "does not belong to the contents"));
    }
    Optional<Instrument> known =
        PackagedInstruments.find(bundle.instrument().hash(), bundle.facts().initiatives());
    if (known.isPresent() && !known.get().equals(bundle.instrument())) {
      findings.add(
          text.fault("/instrument", CHANGED, "is not the questionnaire that has this hash"));
    }
    Instrument stated = bundle.instrument();
    if (known.isEmpty() && PackagedInstruments.contains(stated.id(), stated.version())) {
      findings.add(
          text.fault(
              "/instrument/hash",
              CHANGED,
              "is not the hash of " + stated.id() + " version " + stated.version()));
    }
    List<Contradiction> contradictions = engine.contradictions(bundle.facts(), bundle.sums());
    for (Contradiction contradiction : contradictions.stream().limit(MOST_LISTED).toList()) {
      findings.add(text.fault("/sums" + contradiction.pointer(), CHANGED, contradiction.what()));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (contradictions.isEmpty()) {
      findings.addAll(recompute(text, bundle, engine, known.isPresent(), out));
    }
    return conclude(findings, out);
  }

  private static BundleEngine engine(BundleFile text, ReportBundle bundle) {
    try {
      return Engines.of(bundle.engine(), bundle.instrument()).orElseThrow();
    } catch (IllegalArgumentException unfit) {
      throw text.fault("/instrument", "", "is none these rules work with: " + unfit.getMessage());
    }
  }

  private static List<InputFault> recompute(
      BundleFile text,
      ReportBundle bundle,
      BundleEngine engine,
      boolean knownInstrument,
      PrintWriter out) {
    ScanReport report = engine.report(bundle.facts(), bundle.sums());
    VerdictLines.of(bundle, report, knownInstrument).forEach(out::println);
    out.println();
    var explanation = engine.explain(bundle.facts(), bundle.sums());
    RuleLines.of(explanation.rules()).forEach(out::println);
    out.println();
    FlipLines.of(report, bundle.sums(), explanation).forEach(out::println);
    out.println();
    List<ReportDifference> differences =
        ReportDifference.between(bundle.report(), ScanReportJson.of(report));
    // finding a place reads the text again; nobody reads hundreds of differences
    return differences.stream().limit(MOST_LISTED).map(it -> finding(text, it)).toList();
  }

  private static InputFault finding(BundleFile text, ReportDifference difference) {
    String what =
        "stored "
            + InputFault.quote(difference.stored())
            + ", recomputed "
            + InputFault.quote(difference.recomputed());
    return text.fault("/report" + difference.pointer(), DIFFERS, what);
  }

  /** All findings go with the rest; the first one also where faults are looked for. */
  private int conclude(List<InputFault> findings, PrintWriter out) {
    if (findings.isEmpty()) {
      out.println("The bundle and the recomputation agree.");
      out.println(
          "A change that keeps all numbers in step and renews the hash cannot be seen offline:"
              + " compare the file with one that the team's own server gives.");
      out.flush();
      return 0;
    }
    out.println("The bundle and the recomputation do not agree; the first differences:");
    findings.forEach(finding -> out.println("  " + finding.getMessage()));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.println(findings.get(0).getMessage());
    err.flush();
    return 1;
  }
}
