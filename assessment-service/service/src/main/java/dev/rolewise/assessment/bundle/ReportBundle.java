package dev.rolewise.assessment.bundle;

import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import io.vertx.core.json.JsonObject;

/**
 * The numbers behind one report, enough to compute it again.
 *
 * @param engine version of the scoring rules
 * @param facts the round
 * @param instrument reduced for the round
 * @param sums what the rules look at
 * @param report the outcome as codes and numbers; never changed after construction
 */
public record ReportBundle(
    String engine, RoundFacts facts, Instrument instrument, RoundSums sums, JsonObject report) {

  /** What {@code format} says in every bundle. */
  public static final String FORMAT = "rolewise-report-bundle";

  /** The only format there is so far; a change of the file's shape counts it up. */
  public static final int FORMAT_VERSION = 1;
}
