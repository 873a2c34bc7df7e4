package dev.rolewise.assessment.trend;

import dev.rolewise.assessment.access.Rights;
import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.contract.message.LocaleRequest;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.trend.RoundInTrend;
import dev.rolewise.assessment.scoring.trend.Trend;
import dev.rolewise.assessment.scoring.trend.TrendPoint;
import dev.rolewise.assessment.team.TeamStore;
import dev.rolewise.assessment.trend.TrendRounds.ClosedRound;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lays the closed rounds of the token's team beside each other. */
public final class GetTrendOperation {
  private final Pool pool;
  private final Rights rights;
  private final PinnedInstruments instruments;

  /**
   * Wires the operation.
   *
   * @param pool database
   * @param rights who may
   * @param instruments the questionnaires of the rounds
   */
  public GetTrendOperation(Pool pool, Rights rights, PinnedInstruments instruments) {
    this.pool = pool;
    this.rights = rights;
    this.instruments = instruments;
  }

  /**
   * Answers a request.
   *
   * @param message {@link LocaleRequest} of an organiser
   * @return {@code {items: [round]}}, oldest first, in the language asked for, else in the team's
   */
  public Future<BusDocument> handle(JsonObject message) {
    LocaleRequest request = LocaleRequest.fromJson(message);
    return rights
        .organiser(request.token())
        .compose(right -> trend(right.team(), request.locale()));
  }

  private Future<BusDocument> trend(UUID id, String asked) {
    return TeamStore.get(pool, id)
        .compose(
            team ->
                TrendRounds.of(pool, id)
                    .compose(
                        rounds ->
                            questionnaires(rounds)
                                .map(pinned -> document(rounds, pinned, locale(asked, team)))));
  }

  private static String locale(String asked, Team team) {
    return asked == null ? team.locale() : asked;
  }

  /** One after the other: a team has few rounds and mostly one questionnaire. */
  private Future<List<PublishedInstrument>> questionnaires(List<ClosedRound> rounds) {
    Future<List<PublishedInstrument>> all = Future.succeededFuture(new ArrayList<>());
    for (ClosedRound closed : rounds) {
      StoredRound round = closed.round();
      all =
          all.compose(
              read ->
                  instruments
                      .of(pool, round.id(), round.instrument().hash())
                      .map(
                          instrument -> {
                            read.add(instrument);
                            return read;
                          }));
    }
    return all;
  }

  private static BusDocument document(
      List<ClosedRound> rounds, List<PublishedInstrument> pinned, String locale) {
    List<RoundInTrend> scored = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      int initiatives = rounds.get(i).round().initiatives();
      scored.add(ScoredRounds.of(rounds.get(i), pinned.get(i).forInitiatives(initiatives)));
    }
    List<TrendPoint> points = Trend.of(scored);
    JsonArray items = new JsonArray();
    String language = locale;
    for (int i = 0; i < rounds.size(); i++) {
      var texts = pinned.get(i).texts(locale);
      language = texts.locale();
      items.add(TrendDocument.of(rounds.get(i), texts, points.get(i)));
    }
    return LocalisedDocument.of(new JsonObject().put("items", items), language);
  }
}
