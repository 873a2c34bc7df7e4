package dev.rolewise.gateway.operation;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.round.ReportRequest;
import dev.rolewise.gateway.request.BearerToken;
import dev.rolewise.gateway.request.RequestLocale;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The report of a round as files to be saved. */
public final class ReportFileOperations {
  private static final String CSV = "text/csv; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Relay relay;

  /**
   * @param relay asks for the file with the reader's own right
   */
  public ReportFileOperations(Relay relay) {
    this.relay = relay;
  }

  /** The operations. */
  public List<Operation> all() {
    return List.of(
        Operation.get(
            "getReportCsv",
            "/rounds/{id}/report.csv",
            file(AssessmentAddresses.REPORT_CSV_GET, CSV)),
        Operation.get(
            "getReportXlsx",
            "/rounds/{id}/report.xlsx",
            file(AssessmentAddresses.REPORT_XLSX_GET, XLSX)),
        Operation.get(
            "getReportPdf",
            "/rounds/{id}/report.pdf",
            file(AssessmentAddresses.REPORT_PDF_GET, "application/pdf")));
  }

  private Handler<RoutingContext> file(String address, String mediaType) {
    return context -> {
      ReportRequest request =
          new ReportRequest(
              BearerToken.of(context), context.pathParam("id"), RequestLocale.of(context));
      relay.made(
          context,
          address,
          request.toJson(),
          reply ->
              Future.succeededFuture(
                  new Relay.Made(
                      reply.body(),
                      mediaType,
                      reply.headers().get("file"),
                      reply.headers().get("language"))));
    };
  }
}
