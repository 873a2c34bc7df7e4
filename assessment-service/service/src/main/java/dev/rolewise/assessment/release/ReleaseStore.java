package dev.rolewise.assessment.release;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** Moves sheets from pending to released inside the caller's transaction. */
final class ReleaseStore {
  private ReleaseStore() {}

  /** Puts the comments of the pending sheets, in random order, where nothing links them. */
  static Future<Void> releaseComments(SqlClient transaction, UUID round) {
    return transaction
        .preparedQuery(
            "insert into comment (round, area, text) select p.round, c.key, c.value"
                + " from pending_sheet p, json_each_text(p.comments) c"
                + " where p.round = $1 and p.comments is not null order by gen_random_uuid()")
        .execute(Tuple.of(round))
        .mapEmpty();
  }

  /** Moves every pending sheet, in random order. */
  static Future<Void> releaseSheets(SqlClient transaction, UUID round) {
    return transaction
        .preparedQuery(
            "with moved as (delete from pending_sheet where round = $1"
                + " returning round, answers, coverage, votes)"
                + " insert into sheet (round, answers, coverage, votes)"
                + " select round, answers, coverage, votes from moved order by gen_random_uuid()")
        .execute(Tuple.of(round))
        .mapEmpty();
  }

  /**
   * Writes the round's tickets anew in random order: neither their place nor the transaction that
   * wrote them says any more which sheet one let in.
   */
  static Future<Void> rewriteTickets(SqlClient transaction, UUID round) {
    return transaction
        .preparedQuery(
            "with old as (delete from ticket where round = $1"
                + " returning hash, round, spent, key_digest, body_digest, receipt)"
                + " insert into ticket (hash, round, spent, key_digest, body_digest, receipt)"
                + " select hash, round, spent, key_digest, body_digest, receipt"
                + " from old order by gen_random_uuid()")
        .execute(Tuple.of(round))
        .mapEmpty();
  }
}
