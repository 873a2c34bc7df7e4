package dev.rolewise.assessment.release;

import dev.rolewise.assessment.bus.TurnoutHints;
import dev.rolewise.assessment.instrument.PinnedInstruments;
import dev.rolewise.assessment.report.ReleasedSheets;
import dev.rolewise.assessment.report.Scorer;
import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.release.ReleasePolicy;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases a batch while a round is open, where that was agreed: everything pending or nothing, as
 * {@link ReleasePolicy#whileOpen} says, in a transaction of its own after the sheet's. Nobody who
 * hands in a sheet waits for it; one that failed is tried again with the next sheet and by the job
 * that looks at deadlines.
 */
public final class LiveRelease {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRelease.class);

  private final Pool pool;
  private final RoundReports reports;
  private final TurnoutHints hints;

  /** Rounds being looked at, and whether a sheet came in meanwhile. */
  private final Map<UUID, Boolean> underWay = new ConcurrentHashMap<>();

  /**
   * Wires the release.
   *
   * @param pool database
   * @param instruments the questionnaires of the rounds
   * @param scorer computes reports off the event loop
   * @param hints told about the release
   */
  public LiveRelease(Pool pool, PinnedInstruments instruments, Scorer scorer, TurnoutHints hints) {
    this.pool = pool;
    this.reports = new RoundReports(instruments, scorer);
    this.hints = hints;
  }

  /**
   * Looks at a round after a sheet, unless that is under way; then it is looked at once more after.
   * However many sheets come in at once, one connection at a time waits for the round.
   *
   * @param round the round
   */
  public void afterSheet(UUID round) {
    if (underWay.merge(round, false, (looking, first) -> true)) {
      return;
    }
    CallDeadline.lift();
    look(round);
  }

  private void look(UUID round) {
    ifDue(round)
        .onComplete(
            done -> {
              // forgets the round, unless a sheet came in meanwhile
              Boolean again = underWay.computeIfPresent(round, (id, more) -> more ? false : null);
              if (again != null) {
                look(round);
              }
            });
  }

  /**
   * Releases what a round may release now.
   *
   * @param round the round
   * @return whether there was a release; never fails
   */
  public Future<Boolean> ifDue(UUID round) {
    return pool.withTransaction(
            transaction ->
                RoundStore.lock(transaction, round)
                    .compose(
                        found ->
                            found.isPresent() && isDue(found.get())
                                ? release(transaction, found.get())
                                : Future.<StoredRound>succeededFuture()))
        .map(
            released -> {
              if (released == null) {
                return false;
              }
              ReleaseMeters.live();
              hints.publish(released.toReleaseHint());
              return true;
            })
        .otherwise(
            failure -> {
              LOG.warn("a live release has to wait: {}", failure.toString());
              return false;
            });
  }

  private static boolean isDue(StoredRound round) {
    return round.open() && ReleasePolicy.whileOpen(round.counts()).release() > 0;
  }

  private Future<StoredRound> release(SqlConnection transaction, StoredRound round) {
    return ReleaseStore.release(transaction, round.id())
        .compose(done -> ReleaseStore.unlink(transaction, round.id()))
        .compose(done -> ReleasedSheets.of(transaction, round.id()))
        .compose(
            sheets ->
                RoundStore.release(transaction, round.id(), sheets.size())
                    .compose(done -> reports.live(transaction, round, sheets)))
        .compose(done -> RoundStore.get(transaction, round.team(), round.id()));
  }
}
