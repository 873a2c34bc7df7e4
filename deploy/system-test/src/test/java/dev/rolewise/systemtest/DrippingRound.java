package dev.rolewise.systemtest;

import dev.rolewise.assessment.bundle.BundleWriter;
import dev.rolewise.assessment.bundle.ReportBundle;
import dev.rolewise.assessment.report.ScanReportJson;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.release.LiveValues;
import dev.rolewise.assessment.scoring.release.ReleaseDecision;
import dev.rolewise.assessment.scoring.release.ReleasePolicy;
import dev.rolewise.assessment.scoring.release.SheetCounts;
import dev.rolewise.assessment.scoring.release.ShownFigures;
import dev.rolewise.assessment.scoring.release.ShownRound;
import dev.rolewise.assessment.scoring.report.ScanReport;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;

/**
 * A round whose answers drip in, without a server: the production release policy and scoring decide
 * what there is to see after every sheet. The recorder is shown the sums behind each live report as
 * well, which no real organiser gets.
 */
final class DrippingRound {

  /** When sheets are released. */
  enum Policy {
    /** What the suite does. */
    PRODUCTION,
    /** What survey tools do: every answer is in the live results at once. */
    NAIVE
  }

  private final Instrument instrument;
  private final RoleGapScoring engine;
  private final Policy policy;
  private final List<Sheet> sheets;
  private final int size;
  private final int k;
  private final int initiatives;
  private final LiveValues live;
  private final DifferencingRecorder recorder = new DifferencingRecorder();
  private RoundSums shown = ShownFigures.NONE;
  private int released;
  private int pending;
  private int announced;

  DrippingRound(
      Instrument whole,
      int initiatives,
      List<Sheet> sheets,
      int k,
      LiveValues live,
      Policy policy) {
    this.instrument = whole.forInitiatives(initiatives);
    this.engine = new RoleGapScoring(whole);
    this.initiatives = initiatives;
    this.sheets = sheets;
    this.size = sheets.size();
    this.announced = size;
    this.k = k;
    this.live = live;
    this.policy = policy;
  }

  /** Lets all answers come, with an organiser who closes, reopens and resizes to see more. */
  DifferencingRecorder run(Random random) {
    if (policy == Policy.NAIVE) {
      recorder.see(Published.of(NaiveReport.of(instrument, List.of(), announced), null));
    }
    while (released + pending < size) {
      pending++;
      announced = random.nextInt(4) == 0 ? between(released + pending, size, random) : announced;
      announced = Math.max(announced, released + pending);
      take(release(false), false);
      if (random.nextInt(10) == 0) {
        ReleaseDecision decision = release(true);
        take(decision, true);
        if (!decision.reopenable() && policy == Policy.PRODUCTION) {
          return recorder;
        }
      }
    }
    take(release(true), true);
    return recorder;
  }

  private ReleaseDecision release(boolean closing) {
    if (policy == Policy.NAIVE) {
      return new ReleaseDecision(pending, 0, false);
    }
    SheetCounts counts = new SheetCounts(announced, k, live, released, pending);
    return closing ? ReleasePolicy.atClose(counts) : ReleasePolicy.whileOpen(counts);
  }

  private void take(ReleaseDecision decision, boolean closing) {
    released += decision.release();
    pending -= decision.release();
    if (released == 0 && !closing || !closing && decision.release() == 0) {
      return;
    }
    RoundFacts facts = new RoundFacts(announced, k, initiatives, List.of(), released + pending);
    List<Sheet> visible = sheets.subList(0, released);
    if (policy == Policy.NAIVE) {
      recorder.see(Published.of(NaiveReport.of(instrument, visible, announced), null));
    } else if (closing) {
      ShownRound now = engine.atClose(facts, visible, shown);
      shown = now.shown();
      show(facts, now.report(), shown);
    } else {
      ShownRound now = engine.live(facts, visible, shown);
      shown = now.shown();
      show(facts, now.report(), shown);
    }
  }

  private void show(RoundFacts facts, ScanReport report, RoundSums sums) {
    JsonObject json = ScanReportJson.of(report);
    JsonObject bundle =
        BundleWriter.write(new ReportBundle(RoleGapScoring.ENGINE, facts, instrument, sums, json));
    recorder.see(Published.of(json, bundle.getJsonObject("sums")));
  }

  private static int between(int low, int high, Random random) {
    return low + random.nextInt(high - low + 1);
  }
}
