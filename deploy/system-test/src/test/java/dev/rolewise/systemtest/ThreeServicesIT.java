package dev.rolewise.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    suite.encrypt().set("log.level", "DEBUG").startAll().awaitReady();
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

  @Test
  void oneTraceIsInTheLinesOfEveryServiceThatHadAPartInIt() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "Traced", 6, 1);
    Map<String, String> traced =
        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01", "Accept-Language", "nl");
    organiser.api().send("GET", "/api/v1/team", organiser.token(), null, traced).expect(200);
    organiser.api().send("GET", "/api/v1/roles/nobody", null, null, traced).expect(404);
    String ticket =
        organiser
            .api()
            .send("POST", "/api/v1/tickets", organiser.member(), null, traced)
            .expect(201)
            .json()
            .getString("ticket");
    assertEquals(1, linesOf(Kind.GATEWAY, trace, "\"route\":\"/api/v1/team\""));
    assertEquals(1, linesOf(Kind.GATEWAY, trace, "\"route\":\"/api/v1/roles/:id\""));
    assertEquals(1, linesOf(Kind.ASSESSMENT, trace, AssessmentAddresses.TEAM_GET));
    assertEquals(1, linesOf(Kind.CONTENT, trace, ContentAddress.ROLE_GET));
    // whoever draws a ticket is not to be found by a trace that somebody else knows
    assertEquals(0, linesOf(Kind.GATEWAY, trace, "/api/v1/tickets"));
    assertEquals(0, linesOf(Kind.ASSESSMENT, "", AssessmentAddresses.TICKET_DRAW));
    assertFalse(suite.logs().contains(ticket));
  }

  @Test
  void aSecretInATraceGoesNoFurther() {
    Organiser organiser = Organiser.open(new Api(suite.gateway(0).url()), "Canary", 6, 1);
    String ticket = organiser.drawTicket();
    for (String secret : List.of(organiser.token(), organiser.member(), ticket)) {
      for (String name : List.of("traceparent", "tracestate", "X-Request-Id", "X-Trace-Id")) {
        for (String value :
            List.of(
                secret,
                "00-" + secret + "-00f067aa0ba902b7-01",
                "00-" + "a".repeat(32) + "-" + secret,
                "cc-" + "a".repeat(32) + "-00f067aa0ba902b7-01-" + secret,
                "vendor=" + secret)) {
          Map<String, String> headers = Map.of(name, value);
          Api api = organiser.api();
          List<Api.Answer> answers =
              List.of(
                  api.send("GET", "/api/v1/team", organiser.token(), null, headers).expect(200),
                  api.send("GET", "/api/v1/roles", null, null, headers).expect(200),
                  api.send("GET", "/api/v1/team", "x", null, headers).expect(404));
          answers.forEach(it -> assertFalse((it.headers() + it.body()).contains(secret), value));
        }
      }
      assertFalse(suite.logs().contains(secret), "a secret is in a log");
      for (ServiceUnderTest service : suite.all()) {
        assertFalse(scrape(service).text().contains(secret), "a secret is in the metrics");
      }
    }
  }

  @Test
  void theMetricsOfEveryProcessAreOnThePage() throws Exception {
    aWholeRoundRunsOverTheBusThroughAnyGateway();
    Map<String, MetricsPage.Row> rows = MetricsPage.read().rows();
    Set<String> seen = new TreeSet<>();
    for (ServiceUnderTest service : suite.all()) {
      ScrapedMetrics metrics = scrape(service);
      assertEquals(List.of(), MetricsRules.faults(metrics, rows), service.kind().toString());
      assertEquals(1, metrics.value("rolewise_ready"), service.kind().toString());
      assertTrue(
          metrics.value("rolewise_bus_certificate_end_seconds") > Instant.now().getEpochSecond(),
          "the certificate for the bus has not ended: " + service.kind());
      Set<String> names = metrics.families().keySet();
      assertEquals(service.kind() == Kind.GATEWAY, names.contains("rolewise_live_streams"));
      assertEquals(service.kind() == Kind.GATEWAY, names.contains("rolewise_limits_refused_total"));
      assertEquals(
          service.kind() == Kind.ASSESSMENT, names.contains("rolewise_sheets_accepted_total"));
      assertEquals(service.kind() != Kind.GATEWAY, names.contains("rolewise_schema_version"));
      seen.addAll(names);
    }
    Set<String> missing = new TreeSet<>(rows.keySet());
    missing.removeIf(name -> !rows.get(name).always() || seen.contains(name));
    assertEquals(Set.of(), missing, "rows that no process has");
  }

  private static ScrapedMetrics scrape(ServiceUnderTest service) {
    try {
      return ScrapedMetrics.of(service.port("management.port"));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Lines of all processes of a kind that have all of it. */
  private static long linesOf(Kind kind, String trace, String what) {
    return suite.all(kind).stream()
        .flatMap(service -> service.log().lines())
        .filter(line -> line.contains("\"traceId\":\"" + trace) && line.contains(what))
        .count();
  }

  private static Organiser at(ServiceUnderTest gateway, Organiser same) {
    return new Organiser(
        new Api(gateway.url()), same.token(), same.round(), same.member(), same.questionnaire());
  }
}
