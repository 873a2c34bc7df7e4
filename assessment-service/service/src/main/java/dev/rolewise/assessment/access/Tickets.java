package dev.rolewise.assessment.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes single-use tickets. */
public final class Tickets {
  private final Secrets secrets;

  /**
   * Makes tickets with the given source.
   *
   * @param secrets source of randomness
   */
  public Tickets(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Makes tickets to hand out.
   *
   * @param transaction the caller's
   * @param round the round
   * @param count how many, 0 or more
   * @return the codes, told once
   */
  public Future<List<String>> issue(SqlClient transaction, UUID round, int count) {
    if (count == 0) {
      return Future.succeededFuture(List.of());
    }
    List<String> codes = Stream.generate(secrets::code).limit(count).toList();
    List<Tuple> rows = new ArrayList<>();
    codes.forEach(code -> rows.add(Tuple.of(fingerprint(code), round)));
    return transaction
        .preparedQuery(
            "/* assessment.ticket_issue */ " + "insert into ticket (hash, round) values ($1, $2)")
        .executeBatch(rows)
        .map(codes);
  }

  /**
   * Draws one ticket while the round takes sheets and few tickets lie unused; takes no lock.
   *
   * @param client pool or transaction
   * @param round the round
   * @param now this moment
   * @param few how many unused tickets count as few, per announced person
   * @param margin and how many fewer than that, for those who draw at the same moment
   * @return the code, or nothing when it takes a closer look
   */
  public Future<Optional<String>> draw(
      SqlClient client, UUID round, Instant now, int few, int margin) {
    String code = secrets.code();
    return client
        .preparedQuery(
            "/* assessment.ticket_draw */ "
                + "insert into ticket (hash, round) select $1, r.id from round r where r.id = $2"
                + " and r.state = 'open' and (r.deadline is null or r.deadline > $3)"
                + " and r.received < r.size and r.size * $4::int - $5::int >"
                + " (select count(*) from ticket t where t.round = r.id and not t.spent)")
        .execute(Tuple.of(fingerprint(code), round, now.atOffset(ZoneOffset.UTC), few, margin))
        .map(inserted -> inserted.rowCount() == 1 ? Optional.of(code) : Optional.empty());
  }

  /**
   * Counts the tickets that let nobody in yet.
   *
   * @param client pool or transaction
   * @param round the round
   * @return how many
   */
  public Future<Long> unspent(SqlClient client, UUID round) {
    return client
        .preparedQuery(
            "/* assessment.ticket_count_unspent */ "
                + "select count(*) as unspent from ticket where round = $1 and not spent")
        .execute(Tuple.of(round))
        .map(rows -> rows.iterator().next().getLong("unspent"));
  }

  private static Buffer fingerprint(String code) {
    return Buffer.buffer(Secrets.fingerprint(code));
  }
}
