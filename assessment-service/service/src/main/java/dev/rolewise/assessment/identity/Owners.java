package dev.rolewise.assessment.identity;

import dev.rolewise.assessment.contract.session.SessionState.OwnTeam;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which identity owns which teams; whoever only answers never gets a row here. */
public final class Owners {
  private Owners() {}

  /**
   * Makes an identity an owner of a team.
   *
   * @param transaction the caller's
   * @param team a team
   * @param identity an identity
   * @return when stored
   */
  public static Future<Void> add(SqlClient transaction, UUID team, UUID identity) {
    return transaction
        .preparedQuery(
            "/* assessment.owner_insert */ "
                + "insert into team_owner (team, identity) values ($1, $2) on conflict do nothing")
        .execute(Tuple.of(team, identity))
        .mapEmpty();
  }

  /** Whether somebody owns a team, and goes on doing so until the transaction ends. */
  static Future<Boolean> owns(SqlClient transaction, UUID team, UUID identity) {
    return transaction
        // whoever leaves waits for this lock, and then ends what was given out meanwhile
        .preparedQuery(
            "/* assessment.owner_share_team */ " + "select 1 from team where id = $1 for key share")
        .execute(Tuple.of(team))
        .compose(
            locked ->
                transaction
                    .preparedQuery(
                        "/* assessment.owner_exists */ "
                            + "select 1 from team_owner where team = $1 and identity = $2")
                    .execute(Tuple.of(team, identity)))
        .map(rows -> rows.size() == 1);
  }

  /** Everybody who owns a team, which stays as it is until the transaction ends. */
  static Future<Set<UUID>> lock(SqlClient transaction, UUID team) {
    return transaction
        .preparedQuery(
            "/* assessment.owner_lock_team */ " + "select 1 from team where id = $1 for update")
        .execute(Tuple.of(team))
        .compose(
            locked ->
                transaction
                    .preparedQuery(
                        "/* assessment.owner_list */ "
                            + "select identity from team_owner where team = $1")
                    .execute(Tuple.of(team)))
        .map(
            rows -> {
              Set<UUID> owners = new HashSet<>();
              rows.forEach(row -> owners.add(row.getUUID("identity")));
              return owners;
            });
  }

  static Future<Void> remove(SqlClient transaction, UUID team, UUID identity) {
    return transaction
        .preparedQuery(
            "/* assessment.owner_delete */ "
                + "delete from team_owner where team = $1 and identity = $2")
        .execute(Tuple.of(team, identity))
        .mapEmpty();
  }

  static Future<OwnTeam> team(SqlClient client, UUID team) {
    return client
        .preparedQuery("/* assessment.owner_team */ " + "select id, name from team where id = $1")
        .execute(Tuple.of(team))
        .map(rows -> ownTeam(rows.iterator().next()));
  }

  static Future<List<OwnTeam>> teams(SqlClient client, UUID identity) {
    return client
        .preparedQuery(
            "/* assessment.owner_teams */ "
                + "select t.id, t.name from team_owner o join team t on t.id = o.team"
                + " where o.identity = $1 order by t.name, t.id")
        .execute(Tuple.of(identity))
        .map(
            rows -> {
              List<OwnTeam> teams = new ArrayList<>();
              for (Row row : rows) {
                teams.add(ownTeam(row));
              }
              return teams;
            });
  }

  private static OwnTeam ownTeam(Row row) {
    return new OwnTeam(row.getUUID("id").toString(), row.getString("name"));
  }
}
