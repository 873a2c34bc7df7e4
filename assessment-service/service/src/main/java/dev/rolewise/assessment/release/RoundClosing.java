package dev.rolewise.assessment.release;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.identity.DrawnMarks;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ReleasedSheets;
import dev.rolewise.assessment.report.ReportBundles;
import dev.rolewise.assessment.report.ReportInputs;
import dev.rolewise.assessment.report.ReportStore;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.Instrument;
import dev.rolewise.assessment.scoring.RoundFacts;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.bundle.ScoredRound;
import dev.rolewise.assessment.scoring.release.LiveValues;
import dev.rolewise.assessment.scoring.release.ReleaseDecision;
import dev.rolewise.assessment.scoring.release.ReleasePolicy;
import dev.rolewise.assessment.scoring.release.SheetCounts;
import dev.rolewise.assessment.team.TeamStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Closes a round: releases at least k sheets or none, scores them and stores the report, all in one
 * transaction. Closing a closed round changes nothing.
 */
public final class RoundClosing {
  /** From so many released sheets on, comments are released with them. */
  public static final int FEWEST_FOR_COMMENTS = 5;

  /** How long after the release a submission may be repeated. */
  private static final Duration REPLAY = Duration.ofHours(24);

  private final Pool pool;
  private final PinnedInstruments instruments;
  private final Scorer scorer;
  private final TurnoutHints hints;
  private final Clock clock;

  /**
   * Wires the closing.
   *
   * @param pool database
   * @param instruments the questionnaires of the rounds
   * @param scorer computes reports off the event loop
   * @param hints told about the change
   * @param clock the closing date
   */
  public RoundClosing(
      Pool pool, PinnedInstruments instruments, Scorer scorer, TurnoutHints hints, Clock clock) {
    this.pool = pool;
    this.instruments = instruments;
    this.scorer = scorer;
    this.hints = hints;
    this.clock = clock;
  }

  /**
   * Closes a round.
   *
   * @param team the team
   * @param round the round
   * @return the closed round; 404 when the team has no such round
   */
  public Future<StoredRound> close(UUID team, UUID round) {
    return pool.withTransaction(
            transaction ->
                RoundStore.lock(transaction, team, round)
                    .compose(
                        stored ->
                            stored.open()
                                ? release(transaction, stored)
                                : Future.succeededFuture(stored)))
        .onSuccess(closed -> hints.publish(closed.toHint()));
  }

  private Future<StoredRound> release(SqlConnection transaction, StoredRound round) {
    ReleaseDecision decision =
        ReleasePolicy.atClose(
            new SheetCounts(
                round.size(),
                round.k(),
                LiveValues.TURNOUT,
                round.released(),
                round.received() - round.released()));
    Instant now = clock.instant();
    return move(transaction, round, decision.release())
        .compose(moved -> ReleasedSheets.of(transaction, round.id()))
        .compose(
            sheets ->
                RoundStore.close(
                        transaction,
                        round.id(),
                        sheets.size(),
                        now,
                        sheets.isEmpty() ? null : now.plus(REPLAY))
                    .compose(closed -> forgetWhoDrew(transaction, round, sheets.size()))
                    .compose(closed -> score(transaction, round, sheets)))
        .compose(reported -> RoundStore.get(transaction, round.team(), round.id()));
  }

  /** Unless sheets are held back, for which the round may be opened again. */
  private static Future<Void> forgetWhoDrew(
      SqlConnection transaction, StoredRound round, int released) {
    return round.received() == released
        ? DrawnMarks.forget(transaction, round.id())
        : Future.succeededFuture();
  }

  private static Future<Void> move(SqlConnection transaction, StoredRound round, int count) {
    if (count == 0) {
      return Future.succeededFuture();
    }
    Future<Void> comments =
        count >= Math.max(round.k(), FEWEST_FOR_COMMENTS)
            ? ReleaseStore.releaseComments(transaction, round.id())
            : Future.succeededFuture();
    return comments
        .compose(done -> ReleaseStore.releaseSheets(transaction, round.id()))
        .compose(done -> ReleaseStore.rewriteTickets(transaction, round.id()));
  }

  private Future<Void> score(SqlConnection transaction, StoredRound round, List<Sheet> sheets) {
    return TeamStore.get(transaction, round.team())
        .compose(
            team ->
                instruments
                    .of(transaction, round.id(), round.instrument().hash())
                    .compose(
                        instrument -> {
                          RoundFacts facts = facts(round, team);
                          Instrument asked = instrument.forInitiatives(round.initiatives());
                          return scorer
                              .score(asked, facts, sheets)
                              .compose(scored -> store(transaction, round, facts, asked, scored));
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

  private static Future<Void> store(
      SqlConnection transaction,
      StoredRound round,
      RoundFacts facts,
      Instrument asked,
      ScoredRound scored) {
    return ReportStore.insert(
        transaction,
        round.id(),
        round.version() + 1,
        scored.report(),
        ReportInputs.of(round.instrument(), facts),
        ReportBundles.of(facts, asked, scored));
  }
}
