package dev.rolewise.assessment.share;

import dev.rolewise.assessment.access.Secrets;
import dev.rolewise.assessment.contract.share.CreateShare;
import dev.rolewise.assessment.contract.share.Share;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table share. */
final class ShareStore {
  private ShareStore() {}

  static Future<Share> insert(
      SqlClient client, UUID round, String token, CreateShare request, LocalDate today) {
    UUID id = UUID.randomUUID();
    return client
        .preparedQuery(
            "/* assessment.share_insert */ "
                + "insert into share (id, round, hash, comments, expires_at, created_on)"
                + " values ($1, $2, $3, $4, $5, $6)"
                + " returning id, round, comments, expires_at, created_on")
        .execute(
            Tuple.of(
                id,
                round,
                Buffer.buffer(Secrets.fingerprint(token)),
                request.comments(),
                utc(request.expiresAt()),
                today))
        .map(rows -> share(rows.iterator().next()));
  }

  /** The links of a team that still read something, those that live longest last. */
  static Future<List<Share>> ofTeam(SqlClient client, UUID team, Instant now) {
    return client
        .preparedQuery(
            "/* assessment.share_list */ "
                + "select s.id, s.round, s.comments, s.expires_at, s.created_on from share s"
                + " join round r on r.id = s.round where r.team = $1 and s.expires_at > $2"
                + " order by s.expires_at, s.id")
        .execute(Tuple.of(team, utc(now)))
        .map(
            rows -> {
              List<Share> shares = new ArrayList<>();
              rows.forEach(row -> shares.add(share(row)));
              return shares;
            });
  }

  /** Withdraws a link; whether the team had it and it had not expired. */
  static Future<Boolean> delete(SqlClient client, UUID team, UUID id, Instant now) {
    return client
        .preparedQuery(
            "/* assessment.share_delete */ "
                + "delete from share s using round r where r.id = s.round and r.team = $1 and s.id = $2"
                + " and s.expires_at > $3")
        .execute(Tuple.of(team, id, utc(now)))
        .map(deleted -> deleted.rowCount() == 1);
  }

  private static Share share(Row row) {
    return new Share(
        row.getUUID("id").toString(),
        row.getUUID("round").toString(),
        row.getOffsetDateTime("expires_at").toInstant().toString(),
        row.getBoolean("comments"),
        row.getLocalDate("created_on").toString());
  }

  private static OffsetDateTime utc(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
