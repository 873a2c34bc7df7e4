package dev.rolewise.assessment.report;

import dev.rolewise.assessment.access.Right;
import dev.rolewise.assessment.access.Right.Kind;
import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.team.TeamStore;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Shows the report of a closed round to its organiser, and to its members where that was agreed.
 */
public final class GetReportOperation {
  private final Pool pool;
  private final Rights rights;
  private final PinnedInstruments instruments;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param instruments the texts of the rounds
   */
  public GetReportOperation(Pool pool, Rights rights, PinnedInstruments instruments) {
    this.pool = pool;
    this.rights = rights;
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
    return rights
        .require(request.token(), Set.of(Kind.ORGANISER, Kind.MEMBER))
        .compose(right -> round(right, Rights.roundId(request.round())))
        .compose(round -> report(round, request.locale()));
  }

  private Future<StoredRound> round(Right right, UUID id) {
    if (right.kind() == Kind.MEMBER && !id.equals(right.round())) {
      return Refusal.of(ErrorCode.NOT_FOUND);
    }
    return RoundStore.get(pool, right.team(), id)
        .compose(
            round ->
                right.kind() == Kind.MEMBER && !"after-close".equals(round.memberResults())
                    ? Refusal.of(ErrorCode.NOT_FOUND)
                    : Future.succeededFuture(round));
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
