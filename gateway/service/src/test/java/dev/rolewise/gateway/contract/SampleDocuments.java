package dev.rolewise.gateway.contract;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Long documents, as the assessment service wrote them. */
final class SampleDocuments {
  private static final Map<String, String> FILES =
      Map.of(
          AssessmentAddresses.REPORT_GET, "report",
          AssessmentAddresses.REPORT_BUNDLE_GET, "bundle",
          AssessmentAddresses.TREND_GET, "trend",
          AssessmentAddresses.EXAMPLE_REPORT_GET, "report",
          AssessmentAddresses.PRIVACY_GET, "privacy");

  private SampleDocuments() {}

  static JsonObject read(String address, String locale) {
    // numbers are in no language
    String language = locale == null ? "" : "." + locale;
    String path = "/documents/" + FILES.get(address) + language + ".json";
    try (InputStream in = SampleDocuments.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + path);
      }
      return new JsonObject(Buffer.buffer(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new IllegalStateException(path, unreadable);
    }
  }
}
