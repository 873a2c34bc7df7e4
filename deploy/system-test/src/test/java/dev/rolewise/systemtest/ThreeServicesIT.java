package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three services as processes of their own on an encrypted bus, started together from cold. */
class ThreeServicesIT {
  @TempDir static Path folder;
  private static ThreeServices suite;

  @BeforeAll
  static void start() throws Exception {
    suite = ThreeServices.prepare(folder, 1, 2, 2);
    suite.encrypt().startAll().awaitReady();
  }

  @AfterAll
  static void stop() {
    if (suite != null) {
      suite.close();
    }
  }

  @Test
  void whatStartsTogetherIsOneCluster() {
    for (ServiceUnderTest service : suite.all()) {
      assertEquals(5, service.members(), service.log());
    }
  }

  @Test
  void aWholeRoundRunsOverTheBusThroughAnyGateway() {
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "On servers", 6, 1);
    Organiser elsewhere = at(suite.gateway(1), organiser);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.PRODUCT_GAP);
    organiser.answers(Collections.nCopies(3, sheet));
    elsewhere.answers(Collections.nCopies(3, sheet));
    assertEquals(6, elsewhere.state().getJsonObject("turnout").getInteger("n"));
    elsewhere.close();
    JsonObject report = organiser.report("nl");
    assertEquals("PRODUCT", report.getJsonObject("verdict").getString("code"));
    assertEquals(6, report.getInteger("n"));
    assertEquals(report, elsewhere.report("nl"));
  }

  @Test
  void everySheetOfALoadIsCountedOnce() throws Exception {
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "Many", 200, 1);
    JsonObject sheet = organiser.questionnaire().sheet(Organiser.HEALTHY);
    try (ReadyGateways gateways = new ReadyGateways(suite.all(Kind.GATEWAY));
        LoadGenerator load =
            LoadGenerator.start(gateways::next, organiser, sheet, 200, 4, Duration.ZERO)) {
      LoadGenerator.Tally tally = load.finish(Duration.ofSeconds(60));
      assertEquals(List.of(), tally.wrong());
      assertEquals(200, tally.acknowledged().size());
      assertEquals(List.of(), load.askAgain(tally), "sheets that were lost");
    }
    organiser.close();
    assertEquals(200, organiser.report("en").getInteger("received"));
  }

  private static Organiser at(ServiceUnderTest gateway, Organiser same) {
    return new Organiser(
        new Api(gateway.url()), same.token(), same.round(), same.member(), same.questionnaire());
  }
}
