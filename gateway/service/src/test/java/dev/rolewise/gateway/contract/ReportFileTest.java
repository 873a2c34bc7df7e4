package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers behind a report come as a file that nobody on the way may keep. */
class ReportFileTest {
  private static final String REPORT = "/rounds/3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40/report.";
  private static final String PATH = REPORT + "bundle.json";
  private static final Map<String, String> TOKEN =
      Map.of("Authorization", "Bearer mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E");

  @Test
  void aBundleIsSavedAndARefusalIsNot() {
    try (RunningGateway gateway = RunningGateway.start()) {
      JsonObject bundle = SampleDocuments.read(AssessmentAddresses.REPORT_BUNDLE_GET, null);
      gateway.services().reply(AssessmentAddresses.REPORT_BUNDLE_GET, bundle, "en");
      HttpAnswer file = gateway.ask(HttpMethod.GET, PATH, TOKEN, null);
      assertEquals(200, file.status());
      assertEquals(
          "attachment; filename=rolewise-report.bundle.json", file.header("content-disposition"));
      assertEquals("no-store", file.header("cache-control"));
      assertEquals(bundle.encode(), file.text());

      BusFailure early = BusFailure.conflict("not-released");
      gateway.services().refuse(AssessmentAddresses.REPORT_BUNDLE_GET, early);
      HttpAnswer refusal = gateway.ask(HttpMethod.GET, PATH, TOKEN, null);
      assertEquals(409, refusal.status());
      assertNull(refusal.header("content-disposition"));
      assertEquals("no-store", refusal.header("cache-control"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pdf, getReportPdf, assessment.v1.report-pdf.get, application/pdf",
    "csv, getReportCsv, assessment.v1.report-csv.get, text/csv; charset=utf-8",
    "xlsx, getReportXlsx, assessment.v1.report-xlsx.get,"
        + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  })
  void aFileComesAsItWasMadeUnderItsName(
      String ending, String operation, String address, String mediaType) {
    try (RunningGateway gateway = RunningGateway.start()) {
      Map<String, String> headers =
          Map.of("language", "nl", "file", "rolewise-report-aurora-2026-03-06-nl." + ending);
      gateway.services().reply(address, new BusDocument(Buffer.buffer("the file"), headers));
      HttpAnswer file = gateway.ask(HttpMethod.GET, REPORT + ending + "?locale=nl", TOKEN, null);
      gateway.check(operation, file);
      assertEquals(200, file.status());
      assertEquals(mediaType, file.header("content-type"));
      assertEquals("nl", file.header("content-language"));
      assertEquals(
          "attachment; filename=rolewise-report-aurora-2026-03-06-nl." + ending,
          file.header("content-disposition"));
      assertEquals("no-store", file.header("cache-control"));
      assertEquals("the file", file.text());
      assertEquals("nl", gateway.services().asked().get(0).body().getString("locale"));

      gateway.services().refuse(address, BusFailure.unavailable());
      HttpAnswer busy = gateway.ask(HttpMethod.GET, REPORT + ending, TOKEN, null);
      gateway.check(operation, busy);
      assertEquals(503, busy.status());
      assertNotNull(busy.header("retry-after"));
      assertNull(busy.header("content-disposition"));
    }
  }
}
