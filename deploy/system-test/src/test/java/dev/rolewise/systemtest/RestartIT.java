package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping the suite, kindly or not, loses nothing. */
class RestartIT {
  @TempDir Path folder;

  @Test
  void teamsRoundsAndReportsAreStillThereAfterCtrlC() throws Exception {
    everythingIsStillThereAfter(suite -> assertEquals(0, withoutSignal(suite.stop())));
  }

  @Test
  void teamsRoundsAndReportsAreStillThereAfterKill() throws Exception {
    everythingIsStillThereAfter(RunningSuite::kill);
  }

  private interface Ending {
    void of(RunningSuite suite) throws Exception;
  }

  /** A process ended by SIGTERM may report 143; anything else is a fault. */
  private static int withoutSignal(int exit) {
    return exit == 143 ? 0 : exit;
  }

  private void everythingIsStillThereAfter(Ending ending) throws Exception {
    Path data = folder.resolve("data");
    Organiser finished;
    Organiser half;
    JsonObject report;
    try (RunningSuite suite = RunningSuite.start(data)) {
      finished = Organiser.open(suite.api(), "Finished", 4, 1);
      JsonObject sheet = finished.questionnaire().sheet(Organiser.PRODUCT_GAP);
      finished.answers(Collections.nCopies(4, sheet)).close();
      report = finished.report("nl");
      half = Organiser.open(suite.api(), "Half way", 5, 1).answers(Collections.nCopies(2, sheet));
      ending.of(suite);
    }
    try (RunningSuite suite = RunningSuite.start(data)) {
      Api api = suite.api();
      assertEquals(report, at(api, finished).report("nl"));
      Organiser resumed = at(api, half);
      assertEquals(2, resumed.state().getJsonObject("turnout").getInteger("n"));
      JsonObject sheet = resumed.questionnaire().sheet(Organiser.PRODUCT_GAP);
      resumed.answers(Collections.nCopies(3, sheet)).close();
      assertEquals("PRODUCT", resumed.report("en").getJsonObject("verdict").getString("code"));
    }
  }

  private static Organiser at(Api api, Organiser same) {
    return new Organiser(api, same.token(), same.round(), same.member(), same.questionnaire());
  }
}
