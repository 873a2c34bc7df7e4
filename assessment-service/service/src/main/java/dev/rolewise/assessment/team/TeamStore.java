package dev.rolewise.assessment.team;

import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.assessment.contract.team.CreateTeam;
import dev.rolewise.assessment.contract.team.Team;
import dev.rolewise.assessment.contract.team.TeamContext;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The team table. */
public final class TeamStore {
  private static final String SELECT =
      "select id, name, locale, goal, initiatives, roles_present from team where id = $1";

  private TeamStore() {}

  /**
   * Stores a new team.
   *
   * @param client the caller's transaction
   * @param team what was asked
   * @return the team with its random id
   */
  public static Future<Team> insert(SqlClient client, CreateTeam team) {
    UUID id = UUID.randomUUID();
    TeamContext context = team.context();
    return client
        .preparedQuery(
            "/* assessment.team_insert */ "
                + "insert into team (id, name, locale, goal, initiatives, roles_present)"
                + " values ($1, $2, $3, $4, $5, $6)")
        .execute(
            Tuple.of(
                id,
                team.name(),
                team.locale(),
                context.goal(),
                context.initiatives(),
                new JsonArray(context.rolesPresent())))
        .map(new Team(id.toString(), team.name(), team.locale(), context));
  }

  /**
   * Reads a team.
   *
   * @param client pool or transaction
   * @param id the team
   * @return the team; 404 when it has just been deleted
   */
  public static Future<Team> get(SqlClient client, UUID id) {
    return read(client, "/* assessment.team_get */ " + SELECT, id);
  }

  /**
   * Reads a team and keeps others from changing it until the transaction ends.
   *
   * @param transaction the caller's
   * @param id the team
   * @return the team; 404 when it has just been deleted
   */
  public static Future<Team> lock(SqlClient transaction, UUID id) {
    return read(transaction, "/* assessment.team_lock */ " + SELECT + " for update", id);
  }

  private static Future<Team> read(SqlClient client, String sql, UUID id) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.failedFuture(BusFailure.notFound())
                    : Future.succeededFuture(team(rows.iterator().next())));
  }

  /**
   * Stores a changed team.
   *
   * @param client pool or transaction
   * @param team the team as it shall be
   * @return the same
   */
  public static Future<Team> update(SqlClient client, Team team) {
    return client
        .preparedQuery(
            "/* assessment.team_update */ "
                + "update team set name = $2, locale = $3, goal = $4, initiatives = $5,"
                + " roles_present = $6, touched_on = (now() at time zone 'utc')::date"
                + " where id = $1")
        .execute(
            Tuple.of(
                UUID.fromString(team.id()),
                team.name(),
                team.locale(),
                team.context().goal(),
                team.context().initiatives(),
                new JsonArray(team.context().rolesPresent())))
        .map(team);
  }

  /**
   * Notes that the organiser did something to the team or its rounds today; a team that nobody
   * touches goes after a while. Nothing that members do is noted.
   *
   * @param transaction the caller's; holds no lock on a team that another may want first
   * @param id the team
   * @return when stored
   */
  public static Future<Void> touch(SqlClient transaction, UUID id) {
    return transaction
        .preparedQuery(
            "/* assessment.team_touch */ "
                + "update team set touched_on = (now() at time zone 'utc')::date where id = $1")
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  /**
   * Deletes a team with everything that hangs on it.
   *
   * @param transaction the caller's
   * @param id the team
   * @return hints that its rounds are gone
   */
  public static Future<List<TurnoutHint>> delete(SqlClient transaction, UUID id) {
    return transaction
        .preparedQuery(
            "/* assessment.team_delete_rounds */ "
                + "delete from round where team = $1 returning id, received, size, version")
        .execute(Tuple.of(id))
        .compose(
            rounds ->
                transaction
                    .preparedQuery(
                        "/* assessment.team_delete */ " + "delete from team where id = $1")
                    .execute(Tuple.of(id))
                    .map(gone -> hints(rounds)));
  }

  private static List<TurnoutHint> hints(RowSet<Row> rounds) {
    List<TurnoutHint> hints = new ArrayList<>();
    for (Row round : rounds) {
      hints.add(
          new TurnoutHint(
              round.getUUID("id").toString(),
              new Turnout(
                  round.getInteger("received"),
                  round.getInteger("size"),
                  round.getInteger("version")),
              "deleted"));
    }
    return hints;
  }

  private static Team team(Row row) {
    return new Team(
        row.getUUID("id").toString(),
        row.getString("name"),
        row.getString("locale"),
        new TeamContext(
            row.getString("goal"),
            row.getInteger("initiatives"),
            ((JsonArray) row.getJson("roles_present")).stream().map(String.class::cast).toList()));
  }
}
