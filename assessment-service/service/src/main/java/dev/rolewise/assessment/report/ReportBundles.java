package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bundle.BundleWriter;
import dev.rolewise.assessment.bundle.ReportBundle;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import io.vertx.core.json.JsonObject;

/** The bundles of rounds as they are scored. */
public final class ReportBundles {
  private ReportBundles() {}

  /**
   * The numbers behind a report.
   *
   * @param facts the round
   * @param questionnaire the instrument as the round asks it
   * @param scored what the engine answered
   * @return the document with its hash
   */
  public static JsonObject of(RoundFacts facts, Instrument questionnaire, ScoredRound scored) {
    return BundleWriter.write(
        new ReportBundle(
            scored.report().engine(),
            facts,
            questionnaire,
            scored.sums(),
            ScanReportJson.of(scored.report())));
  }
}
