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
   * @param bundle the numbers behind it
   * @return when stored
   */
  public static Future<Void> insert(
      SqlClient transaction,
      UUID round,
      int version,
      ScanReport report,
      JsonObject inputs,
      JsonObject bundle) {
    return transaction
        .preparedQuery(
            "insert into report (round, version, engine, released, inputs, document, bundle)"
                + " values ($1, $2, $3, $4, $5, $6, $7)")
        .execute(
            Tuple.from(
                List.of(
                    round,
                    version,
                    report.engine(),
                    report.n(),
                    inputs,
                    ScanReportJson.of(report),
                    bundle)))
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
   * What is known about the numbers behind the newest report of a round.
   *
   * @param engine version of the scoring rules
   * @param inputs what the engine was given beside the sheets
   * @param bundle null for a report from before bundles were stored
   */
  record Numbers(String engine, JsonObject inputs, JsonObject bundle) {}

  /** Reads the numbers behind the newest report; nothing before the first. */
  static Future<Optional<Numbers>> numbers(SqlClient client, UUID round) {
    return client
        .preparedQuery(
            "select engine, inputs, bundle from report"
                + " where round = $1 order by version desc limit 1")
        .execute(Tuple.of(round))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Optional.empty();
              }
              Row row = rows.iterator().next();
              return Optional.of(
                  new Numbers(
                      row.getString("engine"),
                      (JsonObject) row.getJson("inputs"),
                      (JsonObject) row.getJson("bundle")));
            });
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
