package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report's numbers, downloaded, give the report again with the server long gone. */
class ReportBundleIT {
  @TempDir static Path folder;

  @Test
  void aDownloadedBundleRecomputesAndAChangedOneIsNamed() throws Exception {
    String bundle;
    JsonObject report;
    try (RunningSuite suite = RunningSuite.start(folder.resolve("data"))) {
      Api api = suite.api();
      Organiser organiser = Organiser.open(api, "Bundled", 7, 1);
      String path = "/api/v1/rounds/" + organiser.round() + "/report.bundle.json";
      assertEquals(
          "not-released", api.get(path, organiser.token()).expect(409).json().getString("code"));
      organiser.answers(
          Collections.nCopies(6, organiser.questionnaire().sheet(Organiser.PRODUCT_GAP)));
      organiser.close();
      report = organiser.report("en");
      Api.Answer answer = api.get(path, organiser.token()).expect(200);
      assertEquals(List.of("no-store"), answer.headers().get("cache-control"));
      bundle = answer.body();
    }
    Path file = folder.resolve("bundle.json");
    Files.writeString(file, bundle);
    JarCommand fine = score(file);
    assertEquals(0, fine.exitCode(), fine.err() + fine.out());
    String code = report.getJsonObject("verdict").getString("code");
    assertTrue(fine.out().contains("Verdict: " + code + " by rule R4"), fine.out());
    assertTrue(fine.out().contains("The bundle and the recomputation agree."), fine.out());

    Files.writeString(file, bundle.replaceFirst("\"halves\":\\d+", "\"halves\":35"));
    JarCommand changed = score(file);
    assertEquals(1, changed.exitCode(), changed.err() + changed.out());
    assertEquals(1, changed.err().lines().count(), changed.err());
    assertTrue(
        changed.err().contains("This bundle was changed after it was made: "), changed.err());

    Files.writeString(file, bundle.substring(0, 1000));
    JarCommand cut = score(file);
    assertEquals(2, cut.exitCode(), cut.err() + cut.out());
    assertEquals(1, cut.err().lines().count(), cut.err());
  }

  private static JarCommand score(Path bundle) throws Exception {
    return JarCommand.run("score", "--bundle", bundle.toString());
  }
}
