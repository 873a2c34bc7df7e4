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
        .preparedQuery("insert into ticket (hash, round) values ($1, $2)")
        .executeBatch(rows)
        .map(codes);
  }

  /**
   * Draws one ticket while the round takes sheets.
   *
   * @param client pool or transaction
   * @param round the round
   * @param now this moment
   * @return the code, or nothing when the round is closed, full or gone
   */
  public Future<Optional<String>> draw(SqlClient client, UUID round, Instant now) {
    String code = secrets.code();
    return client
        .preparedQuery(
            "insert into ticket (hash, round) select $1, id from round where id = $2"
                + " and state = 'open' and (deadline is null or deadline > $3) and received < size")
        .execute(Tuple.of(fingerprint(code), round, now.atOffset(ZoneOffset.UTC)))
        .map(inserted -> inserted.rowCount() == 1 ? Optional.of(code) : Optional.empty());
  }

  private static Buffer fingerprint(String code) {
    return Buffer.buffer(Secrets.fingerprint(code));
  }
}
