package dev.rolewise.assessment.report;

import dev.rolewise.assessment.bus.Refusal;
import dev.rolewise.assessment.contract.ErrorCode;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.assessment.export.FileForm;
import dev.rolewise.assessment.export.FileName;
import dev.rolewise.assessment.export.ReportFiles;
import dev.rolewise.runtime.bus.BusDocument;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Hands out the report of a closed round as a file to be saved. It is made of the report as its
 * reader reads it and of nothing else, so that no file can say more than the page.
 */
public final class GetReportFileOperation {
  private final ReportAccess access;
  private final ReportReading reading;
  private final ReportFiles files;
  private final FileForm form;

  /**
   * Wires the operation.
   *
   * @param access who may
   * @param reading what they read
   * @param files makes the file
   * @param form which one
   */
  public GetReportFileOperation(
      ReportAccess access, ReportReading reading, ReportFiles files, FileForm form) {
    this.access = access;
    this.reading = reading;
    this.files = files;
    this.form = form;
  }

  /**
   * Answers a request.
   *
   * @param message {@link ReportRequest}
   * @return the file, with the headers {@code language} and {@code file}; 409 before the release
   */
  public Future<BusDocument> handle(JsonObject message) {
    ReportRequest request = ReportRequest.fromJson(message);
    return access
        .report(request.token(), request.round())
        .compose(
            asked ->
                asked.round().open()
                    ? Refusal.of(ErrorCode.NOT_RELEASED)
                    : reading.of(asked, request.locale()))
        .compose(
            report ->
                files
                    .make(form, report)
                    .map(
                        file ->
                            new BusDocument(
                                file,
                                Map.of(
                                    "language", report.getString("locale"),
                                    "file", FileName.of(report, form)))));
  }
}
