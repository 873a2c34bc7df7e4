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

/**
 * Shows the report of a closed round to its organiser, to its members where that was agreed, and to
 * whoever was given a link to it; the newest report of an open one, where values are shown in
 * batches, to its organiser alone.
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
        .report(request.token(), request.round())
        .compose(asked -> report(asked, request.locale()));
  }

  private Future<BusDocument> report(ReportAsked asked, String locale) {
    return ReportStore.newest(pool, asked.round())
        .compose(
            stored ->
                asked.tooEarly() || stored.isEmpty()
                    ? Refusal.of(ErrorCode.NOT_RELEASED)
                    : render(asked, stored.get(), locale));
  }

  private Future<BusDocument> render(ReportAsked asked, JsonObject stored, String locale) {
    StoredRound round = asked.round();
    Future<Team> team = TeamStore.get(pool, round.team());
    Future<List<ShownComment>> comments =
        asked.comments() ? CommentStore.shown(pool, round.id()) : Future.succeededFuture(List.of());
    return Future.all(team, comments)
        .compose(both -> instruments.of(pool, round.id(), round.instrument().hash()))
        .map(
            instrument -> {
              InstrumentTexts texts =
                  instrument.texts(locale == null ? team.result().locale() : locale);
              JsonObject report =
                  new ReportRenderer(texts)
                      .render(
                          stored,
                          head(round, team.result()),
                          new ReportComments(comments.result(), asked.organiser()));
              return LocalisedDocument.of(report, texts.locale());
            });
  }

  private static ReportHead head(StoredRound round, Team team) {
    return new ReportHead(
        round.id().toString(),
        round.openedOn().toString(),
        round.closedOn() == null ? null : round.closedOn().toString(),
        team.name(),
        round.initiatives(),
        round.entry(),
        round.instrument(),
        false);
  }
}
