package dev.rolewise.assessment.round;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rounds of all teams with which time itself has something to do. */
public final class DueRounds {
  private DueRounds() {}

  /**
   * Reads the open rounds whose deadline has passed.
   *
   * @param client pool or transaction
   * @param now this moment
   * @return the rounds
   */
  public static Future<List<StoredRound>> overdue(SqlClient client, Instant now) {
    return client
        .preparedQuery(
            "/* assessment.round_overdue */ "
                + RoundStore.SELECT
                + "where r.state = 'open' and r.deadline <= $1 order by r.deadline")
        .execute(Tuple.of(RoundStore.utc(now)))
        .map(RoundStore::all);
  }

  /**
   * Reads the open rounds with live values in which a batch may be waiting.
   *
   * @param client pool or transaction
   * @return ids of the rounds
   */
  public static Future<List<UUID>> withWaitingBatch(SqlClient client) {
    return client
        .query(
            "/* assessment.round_waiting_batches */ "
                + "select id from round where state = 'open' and live = 'batches'"
                + " and received - released >= k order by id")
        .execute()
        .map(
            rows -> {
              List<UUID> rounds = new ArrayList<>();
              rows.forEach(row -> rounds.add(row.getUUID("id")));
              return rounds;
            });
  }

  /**
   * Reads the open rounds that were opened long ago and will not close by themselves.
   *
   * @param client pool or transaction
   * @param day they were opened before it
   * @return the rounds
   */
  public static Future<List<StoredRound>> openedBefore(SqlClient client, LocalDate day) {
    return client
        .preparedQuery(
            "/* assessment.round_forgotten_open */ "
                + RoundStore.SELECT
                + "where r.state = 'open' and r.deadline is null and r.opened_on < $1")
        .execute(Tuple.of(day))
        .map(RoundStore::all);
  }

  /**
   * Deletes the rounds that were closed long ago, with everything that hangs on them.
   *
   * @param transaction the caller's
   * @param day they were closed before it
   * @return the rounds that are gone
   */
  public static Future<List<StoredRound>> deleteClosedBefore(SqlClient transaction, LocalDate day) {
    return transaction
        .preparedQuery(
            "/* assessment.round_lock_old */ "
                + RoundStore.SELECT
                + "where r.state = 'closed' and r.closed_on < $1 for update of r")
        .execute(Tuple.of(day))
        .map(RoundStore::all)
        .compose(
            old ->
                transaction
                    .preparedQuery(
                        "/* assessment.round_delete_old */ "
                            + "delete from round where state = 'closed' and closed_on < $1")
                    .execute(Tuple.of(day))
                    .map(old));
  }
}
