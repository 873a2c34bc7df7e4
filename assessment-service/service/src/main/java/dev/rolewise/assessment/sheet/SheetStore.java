package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.round.Turnout;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes sheets in: ticket spent, turnout counted and sheet inserted in one transaction, or none of
 * it. Everybody takes the round's row first and the ticket's second, so that nobody waits in a
 * circle.
 */
final class SheetStore {
  private final Pool pool;

  SheetStore(Pool pool) {
    this.pool = pool;
  }

  /** Reads a ticket; empty when there is none. */
  Future<Optional<TicketState>> ticket(Buffer hash) {
    return pool.preparedQuery(TicketState.SELECT)
        .execute(Tuple.of(hash))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(TicketState.of(rows.iterator().next())));
  }

  /**
   * Stores a sheet.
   *
   * @return where the round stands afterwards; empty when the ticket has been spent or the round
   *     has been closed, filled or deleted in the meantime, and then nothing is stored
   */
  Future<Optional<Accepted>> accept(
      Buffer ticket, UUID round, CheckedSheet sheet, Spending spending, Instant now) {
    return pool.withTransaction(
            transaction ->
                count(transaction, round, now)
                    .compose(
                        accepted ->
                            spend(transaction, ticket, spending)
                                .compose(spent -> insert(transaction, round, sheet))
                                .map(Optional.of(accepted))))
        .recover(
            failure ->
                failure instanceof TooLate
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(failure));
  }

  private static Future<Accepted> count(SqlConnection transaction, UUID round, Instant now) {
    return transaction
        .preparedQuery(
            "/* assessment.sheet_count */ "
                + "update round set received = received + 1, version = version + 1 where id = $1"
                + " and state = 'open' and received < size"
                + " and (deadline is null or deadline > $2) returning received, size, version,"
                + " live = 'batches' and received - released >= k as batch")
        .execute(Tuple.of(round, now.atOffset(ZoneOffset.UTC)))
        .compose(
            rows -> {
              if (rows.size() == 0) {
                return Future.failedFuture(new TooLate());
              }
              Row row = rows.iterator().next();
              return Future.succeededFuture(
                  new Accepted(
                      new Turnout(
                          row.getInteger("received"),
                          row.getInteger("size"),
                          row.getInteger("version")),
                      row.getBoolean("batch")));
            });
  }

  private static Future<Void> spend(SqlConnection transaction, Buffer ticket, Spending spending) {
    return transaction
        .preparedQuery(
            "/* assessment.sheet_spend_ticket */ "
                + "update ticket set spent = true, key_digest = $2, body_digest = $3, receipt = $4"
                + " where hash = $1 and not spent")
        .execute(
            Tuple.of(ticket, spending.digest().key(), spending.digest().body(), spending.receipt()))
        .compose(
            updated ->
                updated.rowCount() == 1
                    ? Future.succeededFuture()
                    : Future.failedFuture(new TooLate()));
  }

  private static Future<Void> insert(SqlConnection transaction, UUID round, CheckedSheet sheet) {
    return transaction
        .preparedQuery(
            "/* assessment.sheet_insert */ "
                + "insert into pending_sheet (round, answers, coverage, votes, comments)"
                + " values ($1, $2, $3, $4, $5)")
        .execute(
            Tuple.of(
                round,
                sheet.answers(),
                sheet.coverage(),
                sheet.votes(),
                sheet.comments().isEmpty() ? null : sheet.comments()))
        .mapEmpty();
  }

  /**
   * Where the round stands with the sheet.
   *
   * @param turnout the count
   * @param batch whether enough sheets wait for a release while the round is open
   */
  record Accepted(Turnout turnout, boolean batch) {}

  /**
   * What a ticket keeps of its submission.
   *
   * @param digest recognises a repetition
   * @param receipt random; told to the member
   */
  record Spending(ReplayDigest digest, String receipt) {}

  /** Rolls the transaction back; carries nothing. */
  private static final class TooLate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLate() {
      super("too late", null, false, false);
    }
  }
}
