package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bundle.BundleReader;
import dev.rolewise.assessment.bundle.BundleWriter;
import dev.rolewise.assessment.round.StoredRound;
import dev.rolewise.assessment.scoring.bundle.RoundSums;
import dev.rolewise.assessment.scoring.report.ScanReport;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The table report. */
public final class ReportStore {
  private ReportStore() {}

  /**
   * A report to be stored.
   *
   * @param version the round's version at the release
   * @param report what the engine answered
   * @param document the same as codes and numbers
   * @param inputs what the engine was given
   * @param bundle the numbers behind it; null when they are not given out
   * @param live whether the round stays open
   * @param shown the figures shown so far; null in a round without live releases
   */
  public record NewReport(
      int version,
      ScanReport report,
      JsonObject document,
      JsonObject inputs,
      JsonObject bundle,
      boolean live,
      RoundSums shown) {}

  /**
   * Stores a report.
   *
   * @param transaction the caller's
   * @param round the round
   * @param report the report
   * @return when stored
   */
  public static Future<Void> insert(SqlClient transaction, UUID round, NewReport report) {
    return transaction
        .preparedQuery(
            "/* assessment.report_insert */ "
                + "insert into report (round, version, engine, released, inputs, document, bundle, live,"
                + " shown) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .execute(
            Tuple.wrap(
                new ArrayList<>(
                    Arrays.asList(
                        round,
                        report.version(),
                        report.report().engine(),
                        report.report().n(),
                        report.inputs(),
                        report.document(),
                        report.bundle(),
                        report.live(),
                        report.shown() == null ? null : BundleWriter.sums(report.shown())))))
        .mapEmpty();
  }

  /**
   * The figures that the round has shown so far.
   *
   * @param client pool or transaction
   * @param round the round
   * @return as of the newest report that released sheets; nothing before the first live release
   */
  public static Future<Optional<RoundSums>> shown(SqlClient client, UUID round) {
    return client
        .preparedQuery(
            "/* assessment.report_shown_figures */ "
                + "select shown from report where round = $1 and shown is not null"
                + " order by version desc limit 1")
        .execute(Tuple.of(round))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(
                        BundleReader.sums((JsonObject) rows.iterator().next().getJson("shown"))));
  }

  /**
   * Reads the newest report of a round.
   *
   * @param client pool or transaction
   * @param round the round
   * @return the stored document, or nothing before the first; while the round is open, the newest
   *     that released sheets
   */
  static Future<Optional<JsonObject>> newest(SqlClient client, StoredRound round) {
    return client
        .preparedQuery(
            "/* assessment.report_newest */ "
                + "select document from report where round = $1 and (released > 0 or not $2)"
                + " order by version desc limit 1")
        .execute(Tuple.of(round.id(), round.open()))
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
   * @param afterLive whether the report is held against live releases; a bundle that is not there
   *     must then not be computed
   */
  record Numbers(String engine, JsonObject inputs, JsonObject bundle, boolean afterLive) {}

  /** Reads the numbers behind the newest report; nothing before the first. */
  static Future<Optional<Numbers>> numbers(SqlClient client, UUID round) {
    return client
        .preparedQuery(
            "/* assessment.report_history */ "
                + "select engine, inputs, bundle, shown is not null as after_live from report"
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
                      (JsonObject) row.getJson("bundle"),
                      row.getBoolean("after_live")));
            });
  }
}
