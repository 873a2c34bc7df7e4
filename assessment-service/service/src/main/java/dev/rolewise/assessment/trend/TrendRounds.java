package dev.rolewise.assessment.trend;

import dev.rolewise.assessment.round.RoundStore;
import dev.rolewise.assessment.round.StoredRound;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The closed rounds of a team with the report that each of them shows. */
final class TrendRounds {
  private TrendRounds() {}

  /**
   * A closed round.
   *
   * @param round the round
   * @param report codes and numbers as the report shows them; empty when the round has no report
   */
  record ClosedRound(StoredRound round, Optional<JsonObject> report) {}

  /**
   * Reads.
   *
   * @param client pool or transaction
   * @param team the team
   * @return closed rounds in the order in which they were opened; open ones have nothing to show
   */
  static Future<List<ClosedRound>> of(SqlClient client, UUID team) {
    Future<List<StoredRound>> rounds = RoundStore.ofTeam(client, team);
    Future<Map<UUID, JsonObject>> reports = reports(client, team);
    return Future.all(rounds, reports)
        .map(
            both ->
                rounds.result().stream()
                    .filter(round -> !round.open())
                    .map(
                        round ->
                            new ClosedRound(
                                round, Optional.ofNullable(reports.result().get(round.id()))))
                    .toList());
  }

  private static Future<Map<UUID, JsonObject>> reports(SqlClient client, UUID team) {
    return client
        .preparedQuery(
            "/* assessment.trend_reports */ "
                + "select distinct on (p.round) p.round, p.document from report p"
                + " join round r on r.id = p.round where r.team = $1 and r.state = 'closed'"
                + " order by p.round, p.version desc")
        .execute(Tuple.of(team))
        .map(
            rows -> {
              Map<UUID, JsonObject> reports = new HashMap<>();
              for (Row row : rows) {
                reports.put(row.getUUID("round"), (JsonObject) row.getJson("document"));
              }
              return reports;
            });
  }
}
