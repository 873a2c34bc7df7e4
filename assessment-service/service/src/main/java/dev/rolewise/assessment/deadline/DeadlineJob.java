package dev.rolewise.assessment.deadline;

import dev.rolewise.assessment.identity.SessionCleaning;
import dev.rolewise.assessment.release.LiveRelease;
import dev.rolewise.assessment.release.RoundClosing;
import dev.rolewise.assessment.round.DueRounds;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What time itself does to rounds: closes those whose deadline has passed, makes up for live
 * releases that failed and forgets replay digests, sessions and attempts to sign in that are no
 * longer needed. Of all processes one does it at a time: whoever holds the advisory lock.
 */
public final class DeadlineJob implements Chore {

  /** Any fixed number will do; these are the letters "rolewise" in ASCII. */
  private static final long LOCK = 0x726f6c6577697365L;

  private final Pool pool;
  private final RoundClosing closing;
  private final LiveRelease releases;
  private final Clock clock;

  /**
   * Wires the job.
   *
   * @param pool database
   * @param closing how rounds are closed
   * @param releases makes up for a live release that failed
   * @param clock what time it is
   */
  public DeadlineJob(Pool pool, RoundClosing closing, LiveRelease releases, Clock clock) {
    this.pool = pool;
    this.closing = closing;
    this.releases = releases;
    this.clock = clock;
  }

  @Override
  public Future<Integer> run() {
    return ChoreLock.whenFree(pool, LOCK, this::doWhatIsDue, 0);
  }

  /**
   * Each step has a transaction of its own: what one wrote must not stand locked for the next,
   * which may close the very round.
   */
  private Future<Integer> doWhatIsDue(SqlConnection lock) {
    return pool.withTransaction(this::forgetDigests)
        .compose(done -> pool.withTransaction(this::cleanSessions))
        .compose(done -> DueRounds.overdue(lock, clock.instant()))
        .compose(rounds -> closing.closeAll(rounds, () -> ChoreLock.keep(lock)))
        .compose(
            closed ->
                DueRounds.withWaitingBatch(lock)
                    .compose(rounds -> releaseAll(rounds, lock))
                    .map(closed));
  }

  private Future<Void> releaseAll(List<UUID> rounds, SqlConnection lock) {
    return rounds.isEmpty()
        ? Future.succeededFuture()
        : releases
            .ifDue(rounds.get(0))
            .compose(done -> ChoreLock.keep(lock))
            .compose(done -> releaseAll(rounds.subList(1, rounds.size()), lock));
  }

  private Future<Void> cleanSessions(SqlConnection transaction) {
    return SessionCleaning.run(transaction, clock.instant());
  }

  private Future<Void> forgetDigests(SqlConnection transaction) {
    Tuple now = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC));
    return transaction
        .preparedQuery(
            "/* assessment.replay_forget_digests */ "
                + "update ticket t set key_digest = null, body_digest = null, receipt = null"
                + " from round r where t.round = r.id and r.replay_until <= $1 and t.spent")
        .execute(now)
        .compose(
            forgotten ->
                transaction
                    .preparedQuery(
                        "/* assessment.replay_forget_moment */ "
                            + "update round set replay_until = null where replay_until <= $1")
                    .execute(now))
        .mapEmpty();
  }
}
