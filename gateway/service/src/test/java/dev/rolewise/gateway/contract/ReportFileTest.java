package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers behind a report come as a file that nobody on the way may keep. */
class ReportFileTest {
  private static final String PATH =
      "/rounds/3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40/report.bundle.json";
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
}
