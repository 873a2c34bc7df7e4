package dev.rolewise.assessment.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One ticket for each identity in rounds with entry "signed-in", without storing which.
 *
 * <p>A mark says that an identity has drawn, nothing more: it holds no ticket, no moment and no
 * number. It is a keyed hash under the round's random id, so that two rounds have no mark in common
 * and nobody who only sees this table knows whose it is.
 *
 * <p>What could link a mark to a ticket is where and by which transaction its row was written,
 * because the ticket comes in the same transaction. Therefore every draw writes all marks of the
 * round anew, in random order: all rows then carry the number of the latest draw ({@code xmin}) and
 * stand in no order ({@code ctid}), and a look at the database shows who has drawn and which
 * tickets there are, but not which belongs to whom. When the round is done, the marks go.
 *
 * <p>What remains, and the privacy document says so: whoever runs the database can find out, while
 * the round is open, that an identity has drawn a ticket; and whoever watches it all the time, or
 * reads its recovery files, sees which mark came together with which ticket. From the release on,
 * tickets and sheets are written anew too, and nothing leads from the one to the other.
 */
public final class DrawnMarks {
  private static final String HASH = "HmacSHA256";

  private DrawnMarks() {}

  /**
   * Marks that an identity draws.
   *
   * @param transaction the caller's; holds the round's lock and makes the ticket
   * @param round the round
   * @param fingerprint of the identity
   * @return false when it has drawn before
   */
  public static Future<Boolean> add(SqlClient transaction, UUID round, Buffer fingerprint) {
    Tuple drawing = Tuple.of(round, mark(round, fingerprint));
    return transaction
        .preparedQuery(
            "/* assessment.drawn_exists */ " + "select 1 from drawn where round = $1 and mark = $2")
        .execute(drawing)
        .compose(
            before ->
                before.size() > 0
                    ? Future.succeededFuture(false)
                    : rewriteWith(transaction, drawing).map(true));
  }

  /**
   * Forgets who drew, once nobody can draw any more.
   *
   * @param transaction the caller's
   * @param round the round
   * @return when forgotten
   */
  public static Future<Void> forget(SqlClient transaction, UUID round) {
    return transaction
        .preparedQuery("/* assessment.drawn_forget */ " + "delete from drawn where round = $1")
        .execute(Tuple.of(round))
        .mapEmpty();
  }

  private static Future<Void> rewriteWith(SqlClient transaction, Tuple drawing) {
    return transaction
        .preparedQuery(
            "/* assessment.drawn_rewrite */ "
                + "with old as (delete from drawn where round = $1 returning mark)"
                + " insert into drawn (round, mark) select $1, mark from"
                + " (select mark from old union all select $2::bytea) as marks"
                + " order by gen_random_uuid()")
        .execute(drawing)
        .mapEmpty();
  }

  private static Buffer mark(UUID round, Buffer fingerprint) {
    try {
      byte[] key =
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(round.getMostSignificantBits())
              .putLong(round.getLeastSignificantBits())
              .array();
      Mac mac = Mac.getInstance(HASH);
      mac.init(new SecretKeySpec(key, HASH));
      return Buffer.buffer(mac.doFinal(fingerprint.getBytes()));
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException("every Java platform has " + HASH, impossible);
    }
  }
}
