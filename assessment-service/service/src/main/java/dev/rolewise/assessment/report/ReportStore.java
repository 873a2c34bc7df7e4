package dev.rolewise.assessment.report;

import dev.rolewise.assessment.scoring.report.ScanReport;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables report and comment. */
public final class ReportStore {
  private ReportStore() {}

  /**
   * Stores a report as codes and numbers.
   *
   * @param transaction the caller's
   * @param round the round
   * @param version the round's version at the release
   * @param report what the engine answered
   * @param inputs what it was given
   * @return when stored
   */
  public static Future<Void> insert(
      SqlClient transaction, UUID round, int version, ScanReport report, JsonObject inputs) {
    return transaction
        .preparedQuery(
            "insert into report (round, version, engine, released, inputs, document)"
                + " values ($1, $2, $3, $4, $5, $6)")
        .execute(
            Tuple.of(
                round, version, report.engine(), report.n(), inputs, ScanReportJson.of(report)))
        .mapEmpty();
  }

  /**
   * Reads the newest report of a round.
   *
   * @param client pool or transaction
   * @param round the round
   * @return the stored document, or nothing before the first
   */
  static Future<Optional<JsonObject>> newest(SqlClient client, UUID round) {
    return client
        .preparedQuery("select document from report where round = $1 order by version desc limit 1")
        .execute(Tuple.of(round))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of((JsonObject) rows.iterator().next().getJson("document")));
  }

  /**
   * Reads the released comments of a round.
   *
   * @param client pool or transaction
   * @param round the round
   * @return per area its comments, in the order in which the release shuffled them
   */
  static Future<Map<String, List<String>>> comments(SqlClient client, UUID round) {
    return client
        .preparedQuery("select area, text from comment where round = $1")
        .execute(Tuple.of(round))
        .map(
            rows -> {
              Map<String, List<String>> comments = new LinkedHashMap<>();
              for (Row row : rows) {
                comments
                    .computeIfAbsent(row.getString("area"), area -> new ArrayList<>())
                    .add(row.getString("text"));
              }
              return comments;
            });
  }
}
