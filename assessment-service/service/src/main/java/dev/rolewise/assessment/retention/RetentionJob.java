package dev.rolewise.assessment.retention;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.deadline.Chore;
import dev.rolewise.assessment.deadline.ChoreLock;
import dev.rolewise.assessment.release.RoundClosing;
import dev.rolewise.assessment.round.DueRounds;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Deletes what was kept long enough; of all processes one does it at a time, whoever holds the
 * advisory lock.
 *
 * <p>A round goes, with everything in it, when it was closed more than so many months ago. One that
 * was opened that long ago and never closed is closed first, as its organiser would have done, and
 * goes so many months later. A team goes when it has no rounds and its organiser did nothing to it
 * for that long. Everything is decided by dates about rounds and teams; nothing is kept about
 * answers for it. Report links that have expired go whatever the period is.
 */
public final class RetentionJob implements Chore {

  /** Any fixed number will do that is not that of the deadlines. */
  private static final long LOCK = 0x726f6c6577697366L;

  private final Pool pool;
  private final RoundClosing closing;
  private final TurnoutHints hints;
  private final int months;
  private final Clock clock;

  /**
   * Wires the job.
   *
   * @param pool database
   * @param closing how forgotten open rounds are closed
   * @param hints told about what is gone
   * @param months how long things are kept; 0 for ever
   * @param clock what day it is
   */
  public RetentionJob(
      Pool pool, RoundClosing closing, TurnoutHints hints, int months, Clock clock) {
    this.pool = pool;
    this.closing = closing;
    this.hints = hints;
    this.months = months;
    this.clock = clock;
  }

  @Override
  public Future<Integer> run() {
    return ChoreLock.whenFree(pool, LOCK, this::clean, List.<StoredRound>of())
        .map(
            gone -> {
              gone.forEach(round -> hints.publish(round.toDeletedHint()));
              return gone.size();
            });
  }

  private Future<List<StoredRound>> clean(SqlConnection transaction) {
    Future<Void> expired =
        transaction
            .preparedQuery(
                "/* assessment.share_forget_old */ " + "delete from share where expires_at <= $1")
            .execute(Tuple.of(clock.instant().atOffset(ZoneOffset.UTC)))
            .mapEmpty();
    if (months == 0) {
      return expired.map(List.of());
    }
    LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(months);
    return expired
        .compose(done -> DueRounds.openedBefore(transaction, last))
        .compose(forgotten -> closing.closeAll(forgotten, () -> ChoreLock.keep(transaction)))
        .compose(done -> DueRounds.deleteClosedBefore(transaction, last))
        .compose(
            gone ->
                transaction
                    .preparedQuery(
                        "/* assessment.team_forget_old */ "
                            + "delete from team t where t.touched_on < $1"
                            + " and not exists (select 1 from round r where r.team = t.id)")
                    .execute(Tuple.of(last))
                    .map(gone));
  }
}
