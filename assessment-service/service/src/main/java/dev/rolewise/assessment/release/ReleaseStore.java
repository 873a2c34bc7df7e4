package dev.rolewise.assessment.release;

import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Moves sheets from pending to released inside the caller's transaction. */
final class ReleaseStore {
  private ReleaseStore() {}

  /**
   * Moves every pending sheet among the released ones, which are shuffled anew with them: none says
   * in which release it came. Comments wait apart until a close shows them.
   */
  static Future<Void> release(SqlClient transaction, UUID round) {
    return run(
            transaction,
            round,
            "/* assessment.release_comments */ "
                + "insert into comment (round, area, text, handle, hidden, shown)"
                + " select p.round, c.key, c.value, gen_random_uuid(), false, false"
                + " from pending_sheet p, json_each_text(p.comments) c"
                + " where p.round = $1 and p.comments is not null order by gen_random_uuid()")
        .compose(
            done ->
                run(
                    transaction,
                    round,
                    "/* assessment.release_sheets */ "
                        + "with moved as (delete from pending_sheet where round = $1"
                        + " returning round, answers, coverage, votes),"
                        + " old as (delete from sheet where round = $1"
                        + " returning round, answers, coverage, votes)"
                        + " insert into sheet (round, answers, coverage, votes)"
                        + " select round, answers, coverage, votes from"
                        + " (select * from moved union all select * from old) sheets"
                        + " order by gen_random_uuid()"));
  }

  /**
   * Writes the round's tickets anew in random order, and the sheets that stay behind: neither their
   * place nor the transaction that wrote them says any more which sheet a ticket let in.
   */
  static Future<Void> unlink(SqlClient transaction, UUID round) {
    return run(
            transaction,
            round,
            "/* assessment.release_rewrite_tickets */ "
                + "with old as (delete from ticket where round = $1"
                + " returning hash, round, spent, key_digest, body_digest, receipt)"
                + " insert into ticket (hash, round, spent, key_digest, body_digest, receipt)"
                + " select hash, round, spent, key_digest, body_digest, receipt"
                + " from old order by gen_random_uuid()")
        .compose(
            done ->
                run(
                    transaction,
                    round,
                    "/* assessment.release_rewrite_pending */ "
                        + "with old as (delete from pending_sheet where round = $1"
                        + " returning round, answers, coverage, votes, comments)"
                        + " insert into pending_sheet (round, answers, coverage, votes, comments)"
                        + " select round, answers, coverage, votes, comments"
                        + " from old order by gen_random_uuid()"));
  }

  /**
   * Shows the waiting comments, shuffled among those shown before, once enough sheets are new since
   * comments could last be shown. A round that cannot be opened again forgets those that were never
   * shown.
   */
  static Future<Void> showComments(
      SqlClient transaction, StoredRound round, int released, int heldBack) {
    int fewest = Math.max(round.k(), RoundClosing.FEWEST_FOR_COMMENTS);
    return transaction
        .preparedQuery(
            "/* assessment.comment_released_before */ "
                + "select coalesce(max(released), 0) as before from report"
                + " where round = $1 and not live")
        .execute(Tuple.of(round.id()))
        .compose(
            rows -> {
              int before = rows.iterator().next().getInteger("before");
              if (released - before >= fewest) {
                return run(
                    transaction,
                    round.id(),
                    "/* assessment.release_show_comments */ "
                        + "with old as (delete from comment where round = $1"
                        + " returning round, area, text, handle, hidden)"
                        + " insert into comment (round, area, text, handle, hidden, shown)"
                        + " select round, area, text, handle, hidden, true"
                        + " from old order by gen_random_uuid()");
              }
              return heldBack > 0
                  ? Future.succeededFuture()
                  : run(
                      transaction,
                      round.id(),
                      "/* assessment.release_forget_comments */ "
                          + "delete from comment where round = $1 and not shown");
            });
  }

  private static Future<Void> run(SqlClient transaction, UUID round, String sql) {
    return transaction.preparedQuery(sql).execute(Tuple.of(round)).mapEmpty();
  }
}
