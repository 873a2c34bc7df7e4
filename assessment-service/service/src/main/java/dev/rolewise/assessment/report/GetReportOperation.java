package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.LocalisedDocument;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Shows the report of a closed round to its organiser, to its members where that was agreed, and to
 * whoever was given a link to it; the newest report of an open one, where values are shown in
 * batches, to its organiser alone.
 */
public final class GetReportOperation {
  private final ReportAccess access;
  private final ReportReading reading;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param reading what they read
   */
  public GetReportOperation(ReportAccess access, ReportReading reading) {
    this.access = access;
    this.reading = reading;
  }

  /**
   * Answers a request.
   *
   * @param message {@link ReportRequest}
   * @return the report in the language asked for, else in the team's; 409 before the release
   */
  public Future<BusDocument> handle(JsonObject message) {
    ReportRequest request = ReportRequest.fromJson(message);
    return access
        .report(request.token(), request.round())
        .compose(asked -> reading.of(asked, request.locale()))
        .map(report -> LocalisedDocument.of(report, report.getString("locale")));
  }
}
