package dev.rolewise.assessment.access;

import dev.rolewise.assessment.access.Right.Kind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Gives out and withdraws capability tokens; works inside the caller's transaction. */
public final class Capabilities {
  private static final int MOST_OF_A_SESSION = 8;

  private final Secrets secrets;

  /**
   * Makes tokens with the given source.
   *
   * @param secrets source of randomness
   */
  public Capabilities(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Gives out an organiser token; those before it die.
   *
   * @param transaction the caller's
   * @param team the team
   * @return the token, told once
   */
  public Future<String> organiser(SqlClient transaction, UUID team) {
    return transaction
        // the lock keeps two rotations at once from leaving two live tokens
        .preparedQuery(
            "/* assessment.capability_lock_team */ "
                + "select 1 from team where id = $1 for update")
        .execute(Tuple.of(team))
        .compose(
            locked ->
                transaction
                    .preparedQuery(
                        "/* assessment.capability_delete_organiser */ "
                            + "delete from capability where team = $1 and kind = 'organiser'")
                    .execute(Tuple.of(team)))
        .compose(gone -> insert(transaction, secrets.token(), Kind.ORGANISER, team, null));
  }

  /**
   * Gives out the recovery code of a new team.
   *
   * @param transaction the caller's
   * @param team the team
   * @return the code, told once
   */
  public Future<String> recovery(SqlClient transaction, UUID team) {
    return insert(transaction, secrets.code(), Kind.RECOVERY, team, null);
  }

  /**
   * Gives out a member token; those before it die.
   *
   * @param transaction the caller's
   * @param team the team
   * @param round the round
   * @return the token, told once
   */
  public Future<String> member(SqlClient transaction, UUID team, UUID round) {
    return transaction
        .preparedQuery(
            "/* assessment.capability_lock_round */ "
                + "select 1 from round where id = $1 for update")
        .execute(Tuple.of(round))
        .compose(
            locked ->
                transaction
                    .preparedQuery(
                        "/* assessment.capability_delete_member */ "
                            + "delete from capability where round = $1 and kind = 'member'")
                    .execute(Tuple.of(round)))
        .compose(gone -> insert(transaction, secrets.token(), Kind.MEMBER, team, round));
  }

  /**
   * Gives out an organiser token that lives as long as a session. Every tab of a browser has one of
   * its own; when there are many, those before it die.
   *
   * @param transaction the caller's
   * @param team the team
   * @param session hash of the session
   * @return the token, told once
   */
  public Future<String> forSession(SqlClient transaction, UUID team, Buffer session) {
    String token = secrets.token();
    return transaction
        .preparedQuery(
            "/* assessment.capability_delete_of_session */ "
                + "delete from capability where team = $1 and session = $2 and"
                + " (select count(*) from capability where team = $1 and session = $2) >= "
                + MOST_OF_A_SESSION)
        .execute(Tuple.of(team, session))
        .compose(
            gone ->
                transaction
                    .preparedQuery(
                        "/* assessment.capability_insert_for_session */ "
                            + "insert into capability (hash, kind, team, session)"
                            + " values ($1, 'organiser', $2, $3)")
                    .execute(Tuple.of(Buffer.buffer(Secrets.fingerprint(token)), team, session)))
        .map(token);
  }

  /**
   * Ends the tokens for a team that were made for an identity's sessions.
   *
   * @param transaction the caller's
   * @param team the team
   * @param identity whose sessions
   * @return when they are gone
   */
  public Future<Void> endSessions(SqlClient transaction, UUID team, UUID identity) {
    return transaction
        .preparedQuery(
            "/* assessment.capability_delete_of_identity */ "
                + "delete from capability where team = $1"
                + " and session in (select hash from session where identity = $2)")
        .execute(Tuple.of(team, identity))
        .mapEmpty();
  }

  /**
   * Finds the team of an organiser link, which then stays until the transaction ends.
   *
   * @param transaction the caller's
   * @param token of the link; one that was made for a session is none
   * @return the team or nothing
   */
  public Future<Optional<UUID>> teamOfOrganiserLink(SqlClient transaction, String token) {
    return transaction
        .preparedQuery(
            "/* assessment.capability_team_of_link */ "
                + "select t.id as team from capability c join team t on t.id = c.team"
                + " where c.hash = $1 and c.kind = 'organiser' and c.session is null for share of t")
        .execute(Tuple.of(Buffer.buffer(Secrets.fingerprint(token))))
        .map(Capabilities::onlyTeam);
  }

  /**
   * Finds the team of a recovery code.
   *
   * @param transaction the caller's
   * @param typed the code as somebody typed it
   * @return the team or nothing
   */
  public Future<Optional<UUID>> teamOfRecoveryCode(SqlClient transaction, String typed) {
    Optional<String> code = CrockfordCode.normalise(typed);
    if (code.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return transaction
        .preparedQuery(
            "/* assessment.capability_team_of_code */ "
                + "select team from capability where hash = $1 and kind = 'recovery'")
        .execute(Tuple.of(Buffer.buffer(Secrets.fingerprint(code.get()))))
        .map(Capabilities::onlyTeam);
  }

  private static Optional<UUID> onlyTeam(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(rows.iterator().next().getUUID("team"));
  }

  private Future<String> insert(
      SqlClient transaction, String secret, Kind kind, UUID team, UUID round) {
    return transaction
        .preparedQuery(
            "/* assessment.capability_insert */ "
                + "insert into capability (hash, kind, team, round) values ($1, $2, $3, $4)")
        .execute(
            Tuple.of(
                Buffer.buffer(Secrets.fingerprint(secret)),
                kind.name().toLowerCase(Locale.ROOT),
                team,
                round))
        .map(secret);
  }
}
