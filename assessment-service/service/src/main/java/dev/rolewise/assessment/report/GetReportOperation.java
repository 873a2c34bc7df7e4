package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.team.TeamStore;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;

/**
 * Shows the report of a closed round to its organiser, and to its members where that was agreed.
 */
public final class GetReportOperation {
  private final Pool pool;
  private final ReportAccess access;
  private final PinnedInstruments instruments;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param access who may
   * @param instruments the texts of the rounds
   */
  public GetReportOperation(Pool pool, ReportAccess access, PinnedInstruments instruments) {
    this.pool = pool;
    this.access = access;
    this.instruments = instruments;
  }

  /**
   * Answers a request.
   *
   * @param message {@link ReportRequest}
   * @return the report in the language asked for, else in the team's; 409 before the release
   */
  public Future<BusDocument> handle(JsonObject message) {
    ReportRequest request = ReportRequest.fromJson(message);
    return access
        .round(request.token(), request.round())
        .compose(round -> report(round, request.locale()));
  }

  private Future<BusDocument> report(StoredRound round, String locale) {
    return ReportStore.newest(pool, round.id())
        .compose(
            stored ->
                round.open() || stored.isEmpty()
                    ? Refusal.of(ErrorCode.NOT_RELEASED)
                    : render(round, stored.get(), locale));
  }

  private Future<BusDocument> render(StoredRound round, JsonObject stored, String locale) {
    Future<Team> team = TeamStore.get(pool, round.team());
    Future<Map<String, List<String>>> comments = ReportStore.comments(pool, round.id());
    return Future.all(team, comments)
        .compose(both -> instruments.of(pool, round.id(), round.instrument().hash()))
        .map(
            instrument -> {
              InstrumentTexts texts =
                  instrument.texts(locale == null ? team.result().locale() : locale);
              JsonObject report =
                  new ReportRenderer(texts)
                      .render(stored, head(round, team.result()), comments.result());
              return LocalisedDocument.of(report, texts.locale());
            });
  }

  private static ReportHead head(StoredRound round, Team team) {
    return new ReportHead(
        round.id().toString(),
        round.openedOn().toString(),
        round.closedOn().toString(),
        team.name(),
        round.initiatives(),
        round.instrument(),
        false);
  }
}
