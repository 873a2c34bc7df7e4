package dev.rolewise.assessment.release;

import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ReportBundles;
import dev.rolewise.assessment.report.ReportInputs;
import dev.rolewise.assessment.report.ReportStore;
import dev.rolewise.assessment.report.ReportStore.NewReport;
import dev.rolewise.assessment.report.ScanReportJson;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.release.ShownFigures;
import dev.rolewise.assessment.scoring.release.ShownRound;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** Scores the released sheets of a round and stores the report, in the caller's transaction. */
final class RoundReports {
  private final PinnedInstruments instruments;
  private final Scorer scorer;

  RoundReports(PinnedInstruments instruments, Scorer scorer) {
    this.instruments = instruments;
    this.scorer = scorer;
  }

  /** The report of a close; held against what was shown while the round was open, if anything. */
  Future<Void> atClose(SqlConnection transaction, StoredRound round, List<Sheet> sheets) {
    return questioned(transaction, round)
        .compose(
            asked ->
                ReportStore.shown(transaction, round.id())
                    .compose(
                        earlier ->
                            earlier.isEmpty()
                                ? plain(asked, sheets)
                                : afterLive(asked, sheets, earlier.get())))
        .compose(report -> ReportStore.insert(transaction, round.id(), report));
  }

  /** The report of a release while the round is open. */
  Future<Void> live(SqlConnection transaction, StoredRound round, List<Sheet> sheets) {
    return questioned(transaction, round)
        .compose(
            asked ->
                ReportStore.shown(transaction, round.id())
                    .map(earlier -> earlier.orElse(ShownFigures.NONE))
                    .compose(
                        earlier -> scorer.live(asked.instrument(), asked.facts(), sheets, earlier))
                    .map(shown -> shownReport(asked, shown, true, null)))
        .compose(report -> ReportStore.insert(transaction, round.id(), report));
  }

  private Future<NewReport> plain(Asked asked, List<Sheet> sheets) {
    return scorer
        .score(asked.instrument(), asked.facts(), sheets)
        .map(
            scored ->
                new NewReport(
                    asked.version(),
                    scored.report(),
                    ScanReportJson.of(scored.report()),
                    asked.inputs(),
                    ReportBundles.of(asked.facts(), asked.instrument(), scored),
                    false,
                    null));
  }

  private Future<NewReport> afterLive(Asked asked, List<Sheet> sheets, RoundSums earlier) {
    return scorer
        .atClose(asked.instrument(), asked.facts(), sheets, earlier)
        .map(
            shown -> {
              // sums of different releases do not add up to one bundle
              JsonObject bundle =
                  shown.whole()
                      ? ReportBundles.of(
                          asked.facts(),
                          asked.instrument(),
                          new ScoredRound(shown.report(), shown.shown()))
                      : null;
              return shownReport(asked, shown, false, bundle);
            });
  }

  private static NewReport shownReport(
      Asked asked, ShownRound shown, boolean live, JsonObject bundle) {
    JsonObject document =
        ScanReportJson.of(shown.report()).put("live", live).put("olderFigures", !shown.whole());
    return new NewReport(
        asked.version(), shown.report(), document, asked.inputs(), bundle, live, shown.shown());
  }

  private Future<Asked> questioned(SqlConnection transaction, StoredRound round) {
    return TeamStore.get(transaction, round.team())
        .compose(
            team ->
                instruments
                    .of(transaction, round.id(), round.instrument().hash())
                    .map(
                        instrument -> {
                          RoundFacts facts = facts(round, team);
                          return new Asked(
                              round.version() + 1,
                              instrument.forInitiatives(round.initiatives()),
                              facts,
                              ReportInputs.of(round.instrument(), facts));
                        }));
  }

  private static RoundFacts facts(StoredRound round, Team team) {
    return new RoundFacts(
        round.size(),
        round.k(),
        round.initiatives(),
        team.context().rolesPresent(),
        round.received());
  }

  /** The round as the engine wants it; the version is the one after this release. */
  private record Asked(int version, Instrument instrument, RoundFacts facts, JsonObject inputs) {}
}
