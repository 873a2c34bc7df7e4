package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A ticket and what of its round matters for a submission.
 *
 * @param round the round
 * @param instrument the round's pinned instrument
 * @param initiatives the round's pinned number of initiatives
 * @param open whether the round takes sheets, deadline aside
 * @param deadline or null
 * @param full whether as many sheets came in as people were announced
 * @param spent whether the ticket has been used
 * @param keyDigest of the submission that spent it; null before and when no longer kept
 * @param bodyDigest likewise
 * @param receipt of the submission that spent it, or null
 */
record TicketState(
    UUID round,
    InstrumentRef instrument,
    int initiatives,
    boolean open,
    Instant deadline,
    boolean full,
    boolean spent,
    Buffer keyDigest,
    Buffer bodyDigest,
    String receipt) {

  static final String SELECT =
      "/* assessment.sheet_tickets */ "
          + "select t.hash, r.id, r.instrument_id, r.instrument_version, r.instrument_hash, r.initiatives,"
          + " r.state, r.deadline, r.received >= r.size as full, t.spent, t.key_digest,"
          + " t.body_digest, t.receipt from ticket t join round r on r.id = t.round"
          + " where t.hash = any($1)";

  static TicketState of(Row row) {
    OffsetDateTime deadline = row.getOffsetDateTime("deadline");
    return new TicketState(
        row.getUUID("id"),
        new InstrumentRef(
            row.getString("instrument_id"),
            row.getInteger("instrument_version"),
            row.getString("instrument_hash")),
        row.getInteger("initiatives"),
        "open".equals(row.getString("state")),
        deadline == null ? null : deadline.toInstant(),
        row.getBoolean("full"),
        row.getBoolean("spent"),
        row.getBuffer("key_digest"),
        row.getBuffer("body_digest"),
        row.getString("receipt"));
  }

  boolean takesSheets(Instant now) {
    return open && (deadline == null || deadline.isAfter(now));
  }
}
