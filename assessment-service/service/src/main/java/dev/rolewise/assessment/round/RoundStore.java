package dev.rolewise.assessment.round;

import dev.rolewise.assessment.contract.round.InstrumentRef;
import dev.rolewise.assessment.contract.round.OpenRound;
import dev.rolewise.assessment.instrument.PublishedInstrument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The round table. */
public final class RoundStore {
  static final String SELECT =
      "select r.id, r.team, r.state, r.instrument_id, r.instrument_version, r.instrument_hash, r.k,"
          + " (r.instrument_document::json #>> '{structure,parameters,minimumTurnoutPercent}')::int"
          + " as minimum_turnout_percent,"
          + " r.size, r.initiatives, r.entry, r.live, r.member_results, r.newcomers, r.deadline,"
          + " r.opened_on, r.closed_on, r.received, r.released, r.version,"
          + " (select coalesce(json_agg(p.version order by p.version), '[]'::json) from report p"
          + " where p.round = r.id and p.released > 0) as releases"
          + " from round r ";

  private RoundStore() {}

  /**
   * Stores a new round.
   *
   * @param transaction the caller's; the team's row must be locked, it numbers the rounds
   * @param team the team
   * @param initiatives the team's number of connected initiatives, pinned from here on
   * @param request what was asked
   * @param instrument stored whole
   * @param today date in UTC
   * @return id of the round
   */
  public static Future<UUID> insert(
      SqlClient transaction,
      UUID team,
      int initiatives,
      OpenRound request,
      PublishedInstrument instrument,
      LocalDate today) {
    UUID id = UUID.randomUUID();
    return transaction
        .preparedQuery(
            "/* assessment.round_insert */ "
                + "insert into round (id, team, number, state, instrument_id, instrument_version,"
                + " instrument_hash, instrument_document, k, size, initiatives, entry, live,"
                + " member_results, newcomers, deadline, opened_on)"
                + " values ($1, $2, (select coalesce(max(number), 0) + 1 from round where team = $2), 'open', $3,"
                + " $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)")
        .execute(
            Tuple.wrap(
                new ArrayList<>(
                    Arrays.asList(
                        id,
                        team,
                        instrument.id(),
                        instrument.version(),
                        instrument.hash(),
                        instrument.document(),
                        request.k(),
                        request.size(),
                        initiatives,
                        request.entry(),
                        request.live(),
                        request.memberResults(),
                        request.newcomers(),
                        utc(request.deadline()),
                        today))))
        .map(id);
  }

  /**
   * Reads a round of a team.
   *
   * @param client pool or transaction
   * @param team the team
   * @param id the round
   * @return the round; 404 when the team has no such round
   */
  public static Future<StoredRound> get(SqlClient client, UUID team, UUID id) {
    return client
        .preparedQuery("/* assessment.round_get */ " + SELECT + "where r.team = $1 and r.id = $2")
        .execute(Tuple.of(team, id))
        .compose(RoundStore::only);
  }

  /**
   * Reads a round of a team and keeps sheets, tickets and changes out until the transaction ends.
   *
   * @param transaction the caller's
   * @param team the team
   * @param id the round
   * @return the round; 404 when the team has no such round
   */
  public static Future<StoredRound> lock(SqlClient transaction, UUID team, UUID id) {
    return transaction
        .preparedQuery(
            "/* assessment.round_lock */ "
                + SELECT
                + "where r.team = $1 and r.id = $2 for update of r")
        .execute(Tuple.of(team, id))
        .compose(RoundStore::only);
  }

  /**
   * The same by the round's id alone, for what no token asked for.
   *
   * @param transaction the caller's
   * @param id the round
   * @return the round, or nothing when it is gone
   */
  public static Future<Optional<StoredRound>> lock(SqlClient transaction, UUID id) {
    return transaction
        .preparedQuery(
            "/* assessment.round_lock_any */ " + SELECT + "where r.id = $1 for update of r")
        .execute(Tuple.of(id))
        .map(RoundStore::all)
        .map(rounds -> rounds.stream().findFirst());
  }

  /**
   * Reads the rounds of a team.
   *
   * @param client pool or transaction
   * @param team the team
   * @return rounds in the order in which they were opened
   */
  public static Future<List<StoredRound>> ofTeam(SqlClient client, UUID team) {
    return client
        .preparedQuery(
            "/* assessment.round_list */ " + SELECT + "where r.team = $1 order by r.number")
        .execute(Tuple.of(team))
        .map(RoundStore::all);
  }

  /**
   * Stores what may change while a round is open.
   *
   * @param transaction holds the round's lock
   * @param id the round
   * @param size people announced
   * @param deadline or null
   * @param newcomers or null
   * @return when stored
   */
  public static Future<Void> change(
      SqlClient transaction, UUID id, int size, Instant deadline, Integer newcomers) {
    return transaction
        .preparedQuery(
            "/* assessment.round_change */ "
                + "update round set size = $2, deadline = $3, newcomers = $4, version = version + 1"
                + " where id = $1")
        .execute(Tuple.of(id, size, utc(deadline), newcomers))
        .mapEmpty();
  }

  /**
   * Counts a release while the round stays open.
   *
   * @param transaction holds the round's lock
   * @param id the round
   * @param released sheets that are released now, in all
   * @return when stored
   */
  public static Future<Void> release(SqlClient transaction, UUID id, int released) {
    return transaction
        .preparedQuery(
            "/* assessment.round_release */ "
                + "update round set released = $2, version = version + 1 where id = $1")
        .execute(Tuple.of(id, released))
        .mapEmpty();
  }

  /**
   * Marks a round as closed.
   *
   * @param transaction holds the round's lock
   * @param id the round
   * @param released sheets that were released
   * @param now this moment
   * @param replayUntil how long a submission may be repeated; null while nothing was released
   * @return when stored
   */
  public static Future<Void> close(
      SqlClient transaction, UUID id, int released, Instant now, Instant replayUntil) {
    return transaction
        .preparedQuery(
            "/* assessment.round_close */ "
                + "update round set state = 'closed', closed_on = $2, released = $3, replay_until = $4,"
                + " version = version + 1 where id = $1")
        .execute(Tuple.of(id, LocalDate.ofInstant(now, ZoneOffset.UTC), released, utc(replayUntil)))
        .mapEmpty();
  }

  /**
   * Marks a round as open again; a deadline in the past goes, it would close the round at once.
   * Reports about released sheets stay: what was shown counts for what may be shown next.
   *
   * @param transaction holds the round's lock
   * @param id the round
   * @param now this moment
   * @return when stored
   */
  public static Future<Void> reopen(SqlClient transaction, UUID id, Instant now) {
    return transaction
        .preparedQuery(
            "/* assessment.report_delete_empty */ "
                + "delete from report where round = $1 and released = 0")
        .execute(Tuple.of(id))
        .compose(
            gone ->
                transaction
                    .preparedQuery(
                        "/* assessment.round_reopen */ "
                            + "update round set state = 'open', closed_on = null, replay_until = null,"
                            + " deadline = case when deadline > $2 then deadline end,"
                            + " version = version + 1 where id = $1")
                    .execute(Tuple.of(id, utc(now))))
        .mapEmpty();
  }

  /**
   * Deletes a round with everything that hangs on it.
   *
   * @param client pool or transaction
   * @param id the round
   * @return when it is gone
   */
  public static Future<Void> delete(SqlClient client, UUID id) {
    return client
        .preparedQuery("/* assessment.round_delete */ " + "delete from round where id = $1")
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  private static Future<StoredRound> only(RowSet<Row> rows) {
    return rows.size() == 0
        ? Future.failedFuture(BusFailure.notFound())
        : Future.succeededFuture(round(rows.iterator().next()));
  }

  static List<StoredRound> all(RowSet<Row> rows) {
    List<StoredRound> rounds = new ArrayList<>();
    rows.forEach(row -> rounds.add(round(row)));
    return rounds;
  }

  private static StoredRound round(Row row) {
    OffsetDateTime deadline = row.getOffsetDateTime("deadline");
    return new StoredRound(
        row.getUUID("id"),
        row.getUUID("team"),
        "open".equals(row.getString("state")),
        new InstrumentRef(
            row.getString("instrument_id"),
            row.getInteger("instrument_version"),
            row.getString("instrument_hash")),
        row.getInteger("k"),
        row.getInteger("minimum_turnout_percent"),
        row.getInteger("size"),
        row.getInteger("initiatives"),
        row.getString("entry"),
        row.getString("live"),
        row.getString("member_results"),
        row.getInteger("newcomers"),
        deadline == null ? null : deadline.toInstant(),
        row.getLocalDate("opened_on"),
        row.getLocalDate("closed_on"),
        row.getInteger("received"),
        row.getInteger("released"),
        row.getInteger("version"),
        ((JsonArray) row.getJson("releases"))
            .stream().map(version -> ((Number) version).intValue()).toList());
  }

  static OffsetDateTime utc(Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
