package dev.rolewise.assessment.sheet;

import dev.rolewise.assessment.sheet.SheetStore.Taking;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statement that takes many sheets at once, and what it is given. */
final class TakeSheets {
  private static final String HELD =
      " given (ticket, round, key_digest, body_digest, receipt, answers, coverage, votes,"
          + " comments) as (select * from unnest($1::bytea[], $2::uuid[], $3::bytea[], $4::bytea[],"
          + " $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])),"
          + " held as (select id, size - received as room from round where id = any($2)"
          + " and state = 'open' and received < size and (deadline is null or deadline > $10)"
          + " order by id for no key update";

  private static final String TAKEN =
      "), fit as (select g.*, h.room,"
          + " row_number() over (partition by g.round order by g.ticket) as place from given g"
          + " join held h on h.id = g.round"
          + " join ticket t on t.hash = g.ticket and t.round = g.round and not t.spent),"
          + " taken as (update ticket t set spent = true, key_digest = f.key_digest,"
          + " body_digest = f.body_digest, receipt = f.receipt from fit f"
          + " where t.hash = f.ticket and not t.spent and f.place <= f.room"
          + " returning f.ticket, f.round, f.answers, f.coverage, f.votes, f.comments),"
          + " stored as (insert into pending_sheet (round, answers, coverage, votes, comments)"
          + " select round, answers::smallint[], coverage::smallint[], votes::smallint[],"
          + " comments::json from taken),"
          + " counted as (update round r set received = r.received + n.sheets,"
          + " version = r.version + n.sheets from"
          + " (select round, count(*)::int as sheets from taken group by round) n"
          + " where r.id = n.round returning r.id, r.received, r.size, r.version,"
          + " r.live = 'batches' and r.received - r.released >= r.k as batch)"
          + " select t.ticket, c.received, c.size, c.version, c.batch"
          + " from taken t join counted c on c.id = t.round";

  /**
   * Everybody takes the rows of rounds first, in the order of their ids, and those of tickets
   * second, so that nobody waits in a circle. Whoever has the round's row knows its count; a ticket
   * that was spent since the statement began is found out when it is to be spent again, and so only
   * what has spent a ticket is stored and counted. Rounds that somebody holds are passed over. At
   * most 2,048 characters: longer statements are parsed anew each time.
   */
  static final String UNLESS_LOCKED =
      "/* assessment.sheets_take */ with" + HELD + " skip locked" + TAKEN;

  /** The same, but waits for whoever holds a round. */
  static final String ONCE_UNLOCKED = "/* assessment.sheets_take_waiting */ with" + HELD + TAKEN;

  private TakeSheets() {}

  static Tuple parameters(List<Taking> sheets, Instant now) {
    return Tuple.wrap(
        new ArrayList<>(
            Arrays.asList(
                column(sheets, Taking::ticket).toArray(Buffer[]::new),
                column(sheets, Taking::round).toArray(UUID[]::new),
                column(sheets, it -> it.spending().digest().key()).toArray(Buffer[]::new),
                column(sheets, it -> it.spending().digest().body()).toArray(Buffer[]::new),
                column(sheets, it -> it.spending().receipt()).toArray(String[]::new),
                column(sheets, it -> array(it.sheet().answers())).toArray(String[]::new),
                column(sheets, it -> array(it.sheet().coverage())).toArray(String[]::new),
                column(sheets, it -> array(it.sheet().votes())).toArray(String[]::new),
                column(sheets, it -> comments(it.sheet())).toArray(String[]::new),
                now.atOffset(ZoneOffset.UTC))));
  }

  private static <T> List<T> column(List<Taking> sheets, Function<Taking, T> value) {
    return sheets.stream().map(value).collect(Collectors.toCollection(ArrayList::new));
  }

  /** As PostgreSQL writes arrays: those of different questionnaires differ in length. */
  private static String array(Short[] values) {
    StringBuilder text = new StringBuilder(3 * values.length + 2).append('{');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ",").append(values[i]);
    }
    return text.append('}').toString();
  }

  private static String comments(CheckedSheet sheet) {
    return sheet.comments().isEmpty() ? null : sheet.comments().encode();
  }
}
