package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.instrument.InstrumentTexts;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;

/** The newest report of a round as one reader reads it: the only place such a report comes from. */
public final class ReportReading {
  private final Pool pool;
  private final PinnedInstruments instruments;

  /**
   * Wires the reading.
   *
   * @param pool database
   * @param instruments the texts of the rounds
   */
  public ReportReading(Pool pool, PinnedInstruments instruments) {
    this.pool = pool;
    this.instruments = instruments;
  }

  /** The report in the language asked for, else in the team's; 409 before the release. */
  Future<JsonObject> of(ReportAsked asked, String locale) {
    return ReportStore.newest(pool, asked.round())
        .compose(
            stored ->
                asked.tooEarly() || stored.isEmpty()
                    ? Refusal.of(ErrorCode.NOT_RELEASED)
                    : render(asked, stored.get(), locale));
  }

  private Future<JsonObject> render(ReportAsked asked, JsonObject stored, String locale) {
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
              return new ReportRenderer(texts)
                  .render(
                      stored,
                      head(round, team.result()),
                      new ReportComments(comments.result(), asked.organiser()));
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
