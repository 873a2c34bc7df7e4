package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.sheet.Together.Work;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes sheets in: ticket spent, turnout counted and sheet inserted in one transaction, or none of
 * it; many sheets at once in one, since a commit costs more than all the rest.
 */
final class SheetStore {
  private final Pool pool;
  private final Clock clock;
  private final SheetQueues queues;
  private final Work<Buffer, Optional<TicketState>> reading;
  private final Work<Taking, Optional<Accepted>> taking;
  private final Work<Taking, Optional<Accepted>> waiting;

  /**
   * @param clock deadlines
   * @param queues shared by all of the process
   * @param context of the verticle
   */
  SheetStore(Pool pool, Clock clock, SheetQueues queues, Context context) {
    this.pool = pool;
    this.clock = clock;
    this.queues = queues;
    this.reading = new Work<>(context, this::read);
    this.taking = new Work<>(context, all -> take(TakeSheets.UNLESS_LOCKED, all));
    this.waiting = new Work<>(context, all -> take(TakeSheets.ONCE_UNLOCKED, all));
  }

  /** Reads a ticket; empty when there is none. */
  Future<Optional<TicketState>> ticket(Buffer hash) {
    return queues.tickets().ask(hash, reading);
  }

  /**
   * Stores a sheet.
   *
   * @return where the round stands afterwards; empty when the ticket has been spent or the round
   *     has been closed, filled or deleted in the meantime, or somebody holds the round right now,
   *     and then nothing is stored
   */
  Future<Optional<Accepted>> accept(Taking sheet) {
    return queues.sheets().ask(sheet, taking);
  }

  /** As {@link #accept}, but waits for whoever holds the round. */
  Future<Optional<Accepted>> acceptPatiently(Taking sheet) {
    return queues.patient().ask(sheet, waiting);
  }

  private Future<List<Optional<TicketState>>> read(List<Buffer> hashes) {
    return pool.preparedQuery(TicketState.SELECT)
        .execute(Tuple.of(hashes.stream().distinct().toArray(Buffer[]::new)))
        .map(
            rows -> {
              Map<Buffer, TicketState> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getBuffer("hash"), TicketState.of(row)));
              return hashes.stream().map(hash -> Optional.ofNullable(found.get(hash))).toList();
            });
  }

  /** Of several uses of one ticket only the first goes along; the others see how it ended. */
  private Future<List<Optional<Accepted>>> take(String statement, List<Taking> sheets) {
    Map<Buffer, Taking> once = new LinkedHashMap<>();
    sheets.forEach(sheet -> once.putIfAbsent(sheet.ticket(), sheet));
    // whole milliseconds, so that the database compares exactly the same moment
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SubmissionMeters.committing();
    return pool.preparedQuery(statement)
        .execute(TakeSheets.parameters(List.copyOf(once.values()), now))
        .map(
            rows -> {
              Map<Buffer, Row> taken = new HashMap<>();
              rows.forEach(row -> taken.put(row.getBuffer("ticket"), row));
              SubmissionMeters.accepted(taken.size());
              Set<UUID> told = new HashSet<>();
              List<Optional<Accepted>> answers = new ArrayList<>();
              for (Taking sheet : sheets) {
                Row row = once.get(sheet.ticket()) == sheet ? taken.get(sheet.ticket()) : null;
                answers.add(
                    Optional.ofNullable(row).map(it -> accepted(it, told.add(sheet.round()))));
              }
              return answers;
            });
  }

  private static Accepted accepted(Row row, boolean first) {
    return new Accepted(
        new Turnout(row.getInteger("received"), row.getInteger("size"), row.getInteger("version")),
        row.getBoolean("batch"),
        first);
  }

  /**
   * Where the round stands with the sheet, and with those that were stored in the same moment.
   *
   * @param turnout the count
   * @param batch whether enough sheets wait for a release while the round is open
   * @param first whether nobody else has been given this very count
   */
  record Accepted(Turnout turnout, boolean batch, boolean first) {}

  /**
   * A sheet to be stored.
   *
   * @param ticket hash of the ticket that lets it in
   * @param round the ticket's round
   * @param sheet what it says
   * @param spending what the ticket keeps of it
   */
  record Taking(Buffer ticket, UUID round, CheckedSheet sheet, Spending spending) {
    @Override
    public String toString() {
      return "Taking";
    }
  }

  /**
   * What a ticket keeps of its submission.
   *
   * @param digest recognises a repetition
   * @param receipt random; told to the member
   */
  record Spending(ReplayDigest digest, String receipt) {}
}
