package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.round.RoundRequest;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ReportStore.Numbers;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoleGapScoring;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Map;

/** Hands out the numbers behind the report of a closed round to whoever may read that report. */
public final class GetReportBundleOperation {
  private final Pool pool;
  private final ReportAccess access;
  private final PinnedInstruments instruments;
  private final Scorer scorer;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param access who may
   * @param instruments the questionnaires of the rounds
   * @param scorer computes what was not stored yet
   */
  public GetReportBundleOperation(
      Pool pool, ReportAccess access, PinnedInstruments instruments, Scorer scorer) {
    this.pool = pool;
    this.access = access;
    this.instruments = instruments;
    this.scorer = scorer;
  }

  /**
   * Answers a request.
   *
   * @param message {@link RoundRequest}
   * @return the bundle; 409 before the release
   */
  public Future<BusDocument> handle(JsonObject message) {
    RoundRequest request = RoundRequest.fromJson(message);
    return access
        .report(request.token(), request.round())
        .map(ReportAsked::round)
        .compose(
            round ->
                ReportStore.numbers(pool, round.id())
                    .compose(
                        numbers ->
                            round.open() || numbers.isEmpty()
                                ? Refusal.of(ErrorCode.NOT_RELEASED)
                                : bundle(round, numbers.get())))
        .map(bundle -> new BusDocument(bundle.toBuffer(), Map.of()));
  }

  private Future<JsonObject> bundle(StoredRound round, Numbers numbers) {
    if (numbers.bundle() != null) {
      return Future.succeededFuture(numbers.bundle());
    }
    if (numbers.afterLive()) {
      return Refusal.of(ErrorCode.NOT_RELEASED);
    }
    // a report from before bundles were stored: only its own rules may compute it again
    return RoleGapScoring.ENGINE.equals(numbers.engine())
        ? computed(round, ReportInputs.facts(numbers.inputs()))
        : Refusal.of(ErrorCode.NOT_FOUND);
  }

  private Future<JsonObject> computed(StoredRound round, RoundFacts facts) {
    return pool.withTransaction(transaction -> ReleasedSheets.of(transaction, round.id()))
        .compose(
            sheets ->
                instruments
                    .of(pool, round.id(), round.instrument().hash())
                    .compose(
                        instrument -> {
                          Instrument asked = instrument.forInitiatives(round.initiatives());
                          return scorer
                              .score(asked, facts, sheets)
                              .map(scored -> ReportBundles.of(facts, asked, scored));
                        }));
  }
}
