package dev.rolewise.assessment.release;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.identity.DrawnMarks;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ReleasedSheets;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.Sheet;
import dev.rolewise.assessment.scoring.release.ReleaseDecision;
import dev.rolewise.assessment.scoring.release.ReleasePolicy;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a round: releases at least k sheets or none, scores them and stores the report, all in one
 * transaction. Either way tickets and sheets are written anew, so that from a close on nothing in
 * the database links them. Closing a closed round changes nothing.
 */
public final class RoundClosing {
  private static final Logger LOG = LoggerFactory.getLogger(RoundClosing.class);

  /** From so many released sheets on, comments are released with them. */
  public static final int FEWEST_FOR_COMMENTS = 5;

  /** How long after the release a submission may be repeated. */
  private static final Duration REPLAY = Duration.ofHours(24);

  private final Pool pool;
  private final RoundReports reports;
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
    this.reports = new RoundReports(instruments, scorer);
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
    AtomicBoolean justNow = new AtomicBoolean();
    return pool.withTransaction(
            transaction ->
                RoundStore.lock(transaction, team, round)
                    .compose(
                        stored -> {
                          justNow.set(stored.open());
                          return stored.open()
                              ? release(transaction, stored)
                              : Future.succeededFuture(stored);
                        }))
        .onSuccess(
            closed -> {
              if (justNow.get()) {
                ReleaseMeters.atClose(closed.counts().released());
              }
              hints.publish(closed.toHint());
            });
  }

  /**
   * Closes rounds one after the other; one that cannot be closed does not keep the others open.
   *
   * @param rounds open ones
   * @param keepTurn done after each of them; when it fails, somebody else goes on with the rest
   * @return how many were closed
   */
  public Future<Integer> closeAll(List<StoredRound> rounds, Supplier<Future<Void>> keepTurn) {
    if (rounds.isEmpty()) {
      return Future.succeededFuture(0);
    }
    StoredRound first = rounds.get(0);
    return close(first.team(), first.id())
        .map(1)
        .otherwise(
            failure -> {
              LOG.error("a round whose time had come could not be closed", failure);
              return 0;
            })
        .compose(
            closed ->
                keepTurn
                    .get()
                    .compose(kept -> closeAll(rounds.subList(1, rounds.size()), keepTurn))
                    .map(more -> closed + more));
  }

  private Future<StoredRound> release(SqlConnection transaction, StoredRound round) {
    ReleaseDecision decision = ReleasePolicy.atClose(round.counts());
    Instant now = clock.instant();
    return move(transaction, round, decision.release())
        .compose(moved -> ReleaseStore.unlink(transaction, round.id()))
        .compose(unlinked -> ReleasedSheets.of(transaction, round.id()))
        .compose(
            sheets ->
                ReleaseStore.showComments(transaction, round, sheets.size(), decision.heldBack())
                    .compose(shown -> close(transaction, round, sheets, now)))
        .compose(reported -> RoundStore.get(transaction, round.team(), round.id()));
  }

  private Future<Void> close(
      SqlConnection transaction, StoredRound round, List<Sheet> sheets, Instant now) {
    Instant replayUntil = sheets.isEmpty() ? null : now.plus(REPLAY);
    return RoundStore.close(transaction, round.id(), sheets.size(), now, replayUntil)
        .compose(closed -> forgetWhoDrew(transaction, round, sheets.size()))
        .compose(closed -> reports.atClose(transaction, round, sheets));
  }

  /** Unless sheets are held back, for which the round may be opened again. */
  private static Future<Void> forgetWhoDrew(
      SqlConnection transaction, StoredRound round, int released) {
    return round.received() == released
        ? DrawnMarks.forget(transaction, round.id())
        : Future.succeededFuture();
  }

  private static Future<Void> move(SqlConnection transaction, StoredRound round, int count) {
    return count == 0 ? Future.succeededFuture() : ReleaseStore.release(transaction, round.id());
  }
}
