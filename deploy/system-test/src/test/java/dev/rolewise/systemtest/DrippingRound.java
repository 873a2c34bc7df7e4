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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A round whose answers drip in, without a server: the production release policy and scoring decide
 * what there is to see after every sheet. The recorder is shown the sums behind each live report as
 * well, which no real organiser gets.
 */
final class DrippingRound {

  /**
   * A moment at which somebody looks.
   *
   * @param released sheets that the newest report is about
   * @param received all sheets
   * @param view what each channel shows
   */
  record Look(int released, int received, Map<String, Map<String, Object>> view) {}

  private final Instrument instrument;
  private final RoleGapScoring engine;
  private final NaiveChannel naive;
  private final List<Sheet> sheets;
  private final int size;
  private final int k;
  private final int initiatives;
  private final LiveValues live;
  private final DifferencingRecorder recorder = new DifferencingRecorder();
  private final List<Look> looks = new ArrayList<>();
  private RoundSums shown = ShownFigures.NONE;
  private int released;
  private int pending;
  private int announced;

  /**
   * @param naive a channel through which everything is shown at once, as survey tools do; null for
   *     the suite as it is
   */
  DrippingRound(
      Instrument whole,
      int initiatives,
      List<Sheet> sheets,
      int k,
      LiveValues live,
      NaiveChannel naive) {
    this.instrument = whole.forInitiatives(initiatives);
    this.engine = new RoleGapScoring(whole);
    this.initiatives = initiatives;
    this.sheets = sheets;
    this.size = sheets.size();
    this.announced = size;
    this.k = k;
    this.live = live;
    this.naive = naive;
  }

  /** Lets all answers come, with an organiser who closes, reopens and resizes to see more. */
  DifferencingRecorder run(Random random) {
    look();
    while (released + pending < size) {
      pending++;
      announced = random.nextInt(4) == 0 ? between(released + pending, size, random) : announced;
      announced = Math.max(announced, released + pending);
      take(ReleasePolicy.whileOpen(counts()), false);
      if (random.nextInt(10) == 0) {
        ReleaseDecision decision = ReleasePolicy.atClose(counts());
        take(decision, true);
        if (!decision.reopenable()) {
          return recorder;
        }
      }
    }
    take(ReleasePolicy.atClose(counts()), true);
    return recorder;
  }

  /** What there was to see after each step. */
  List<Look> looks() {
    return List.copyOf(looks);
  }

  private SheetCounts counts() {
    return new SheetCounts(announced, k, live, released, pending);
  }

  private void take(ReleaseDecision decision, boolean closing) {
    released += decision.release();
    pending -= decision.release();
    if (closing || decision.release() > 0) {
      RoundFacts facts = new RoundFacts(announced, k, initiatives, List.of(), released + pending);
      List<Sheet> visible = sheets.subList(0, released);
      ShownRound now =
          closing ? engine.atClose(facts, visible, shown) : engine.live(facts, visible, shown);
      shown = now.shown();
      show(facts, now.report(), closing);
    }
    look();
  }

  private void show(RoundFacts facts, ScanReport report, boolean closing) {
    JsonObject json = ScanReportJson.of(report).put("live", !closing);
    JsonObject bundle =
        BundleWriter.write(
            new ReportBundle(RoleGapScoring.ENGINE, facts, instrument, shown, json.copy()));
    bundle.put("live", !closing);
    see("organiser report", json);
    see("organiser bundle", bundle);
    if (closing) {
      see("member report", json);
      see("share report", json);
    }
  }

  private void look() {
    int received = released + pending;
    JsonObject turnout =
        new JsonObject().put("n", received).put("size", announced).put("version", looks.size());
    see("organiser round", new JsonObject().put("k", k).put("turnout", turnout));
    see("organiser live", new JsonObject().put("turnout", turnout));
    see("member participation", new JsonObject().put("k", k).put("size", announced));
    if (naive != null) {
      NaiveReport everything = new NaiveReport(instrument, sheets.subList(0, received), announced);
      recorder.see(Sighting.of(naive.channel(), Leaves.of(naive.shows(everything, turnout))));
    }
    looks.add(new Look(released, received, recorder.view()));
  }

  private void see(String channel, JsonObject document) {
    if (naive == null || !naive.channel().equals(channel)) {
      recorder.see(Sighting.of(channel, Leaves.of(document)));
    }
  }

  private static int between(int low, int high, Random random) {
    return low + random.nextInt(high - low + 1);
  }
}
