package dev.rolewise.assessment.access;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
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
   * Counts the tickets that let nobody in yet.
   *
   * @param client pool or transaction
   * @param round the round
   * @return how many
   */
  public Future<Long> unspent(SqlClient client, UUID round) {
    return client
        .preparedQuery("select count(*) as unspent from ticket where round = $1 and not spent")
        .execute(Tuple.of(round))
        .map(rows -> rows.iterator().next().getLong("unspent"));
  }

  private static Buffer fingerprint(String code) {
    return Buffer.buffer(Secrets.fingerprint(code));
  }
}
