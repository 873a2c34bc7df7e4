package dev.rolewise.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.GoldenMessage;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts do what their own tests say also when they are put together. */
class WholeGatewayTest {
  private static final String ROUND = "3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40";
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";
  private static final String LIVE =
      "GET /api/v1/rounds/" + ROUND + "/live HTTP/1.1\nHost: a\nAuthorization: Bearer " + TOKEN;

  private RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void anOrganiserFollowsTheTurnout() throws IOException {
    gateway.services().reply(AssessmentAddresses.ROUND_GET, openRound());
    try (RawConnection stream = RawConnection.to(gateway.port()).send(LIVE + "\n\n")) {
      String begin = stream.readUntil("\"version\":1}");
      assertTrue(begin.startsWith("HTTP/1.1 200 "), begin);
      String head = begin.toLowerCase(Locale.ROOT);
      assertTrue(head.contains("\r\ncontent-type: text/event-stream"), begin);
      assertTrue(head.contains("\r\ncache-control: no-store"), begin);
      assertTrue(head.contains("\r\nx-accel-buffering: no"), begin);
      assertTrue(begin.contains("event: turnout"), begin);
      gateway
          .vertx()
          .eventBus()
          .publish(
              AssessmentAddresses.TURNOUT_HINT,
              new TurnoutHint(ROUND, new Turnout(1, 6, 2), "open").toJson());
      assertTrue(stream.readUntil("\"version\":2}").contains("\"n\":1"));
      Future<Void> stopped = gateway.stop();
      assertTrue(stream.readToEnd().contains("retry: "));
      RunningGateway.await(stopped);
    }
  }

  @Test
  void whoMayNotReadTheRoundMayNotFollowIt() throws IOException {
    gateway.services().refuse(AssessmentAddresses.ROUND_GET, BusFailure.notFound());
    try (RawConnection connection = RawConnection.to(gateway.port()).send(LIVE + "\n\n")) {
      String answer = connection.readResponse();
      assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
      assertTrue(answer.contains("\"code\":\"not-found\""), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/team HTTP/1.1\nHost: a\nContent-Length: 5\n\nGET /",
        "GET /api/v1/team HTTP/1.1\nHost: a\nContent-Xength: 5\n\nGET /",
        "GET /api/v1/team HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n",
        "DELETE /api/v1/team HTTP/1.1\nHost: a\nContent-Length: 2\n\n{}",
        "GET /api/v1/team HTTP/1.1\n\n",
        "GET /api/v1/team HTTP/1.1\nHost: a\nHost: b\n\n",
        "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Length: 2\nContent-Length: 3\n\n{}",
        "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Length: 2\nTransfer-Encoding: chunked\n\n{}",
        "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Length: +2\n\n{}",
        "POST /api/v1/tickets HTTP/1.1\nHost: a\nContent-Length: 14\n\n",
        "POST /api/v1/tickets HTTP/1.1\nHost: a\nContent-Length: 44\n\n",
        "GET http://b/api/v1/team HTTP/1.1\nHost: a\n\n",
        "GET /api/v1/%2e%2e/team HTTP/1.1\nHost: a\n\n"
      })
  void whatAProxyCouldReadDifferentlyIsRefusedAndItsConnectionClosed(String request)
      throws IOException {
    String victim = "GET /api/v1/openapi.yaml HTTP/1.1\nHost: victim\n\n";
    try (RawConnection connection = RawConnection.to(gateway.port()).send(request + victim)) {
      String answers = connection.readToEnd();
      assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
      assertFalse(answers.contains("openapi: 3.1.0"), answers);
      assertEquals(List.of(), gateway.services().asked());
    }
  }

  @Test
  void anAnswerBeforeTheBodysEndIsTheConnectionsLast() throws IOException {
    String head = "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Type: application/json\n";
    try (RawConnection connection =
        RawConnection.to(gateway.port()).send(head + "Content-Length: 70000\n\n{")) {
      String answers = connection.readToEnd();
      assertTrue(answers.startsWith("HTTP/1.1 413 "), answers);
      assertTrue(answers.toLowerCase(Locale.ROOT).contains("\r\nconnection: close"), answers);
    }
  }

  @Test
  void aBodyThatComesTooSlowlyIsGivenUp() throws IOException {
    restart(with(Optional.empty(), Duration.ofMillis(300)));
    String head = "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Type: application/json\n";
    try (RawConnection connection =
        RawConnection.to(gateway.port()).send(head + "Content-Length: 20\n\n{\"na")) {
      String answers = connection.readToEnd();
      assertTrue(answers.startsWith("HTTP/1.1 408 "), answers);
      assertEquals(List.of(), gateway.services().asked());
    }
  }

  @Test
  void linksCarryThePublicAddressAndNeverTheHostHeader() throws IOException {
    restart(with(Optional.of(URI.create("https://scan.example")), Duration.ofSeconds(20)));
    gateway.services().reply(AssessmentAddresses.TEAM_CREATE, created());
    String body = "{\"name\":\"Noordzij\"}";
    try (RawConnection connection =
        RawConnection.to(gateway.port())
            .send(
                "POST /api/v1/teams HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: evil.example\n"
                    + "Content-Type: application/json\nContent-Length: "
                    + body.length()
                    + "\n\n"
                    + body)) {
      String answer = connection.readResponse();
      assertTrue(answer.contains("\"link\":\"https://scan.example/#/o/"), answer);
      assertFalse(answer.contains("evil.example"), answer);
    }
  }

  @Test
  void codesOfTicketsTravelAsTheyWereTyped() {
    gateway.services().reply(AssessmentAddresses.PARTICIPATION_GET, new JsonObject());
    String typed = "7q2x-b0m4-vy9c-6t1d-hr5j-w8zk-ea";
    gateway.ask(HttpMethod.GET, "/participation", Map.of("Authorization", "Bearer " + typed), null);
    assertEquals(typed, gateway.services().asked().get(0).body().getString("token"));
  }

  @Test
  void thePageIsForBrowsersOutsideTheApi() {
    Map<String, String> browser = Map.of("Accept", "text/html,application/xhtml+xml");
    for (String path : List.of("/", "/new", "/questionnaire")) {
      HttpAnswer page = gateway.askAnywhere(HttpMethod.GET, path, browser, null);
      assertEquals(200, page.status(), path);
      assertEquals("no-cache", page.header("cache-control"));
      assertTrue(page.header("content-type").startsWith("text/html"));
    }
    for (String path : List.of("/assets/none-00000000.js", "/api/none")) {
      assertEquals(404, gateway.askAnywhere(HttpMethod.GET, path, browser, null).status(), path);
    }
    HttpAnswer script =
        gateway.askAnywhere(HttpMethod.GET, "/assets/app-1a2b3c4d.js", Map.of(), null);
    assertTrue(script.header("cache-control").contains("immutable"));
  }

  @Test
  void servicesThatAreAwayAreToldApart() {
    for (Map.Entry<BusFailure, Integer> away :
        Map.of(
                BusFailure.unavailable(), 503,
                BusFailure.of(429, "too-many-requests"), 429,
                BusFailure.of(410, "gone"), 404)
            .entrySet()) {
      gateway.services().refuse(AssessmentAddresses.TEAM_CREATE, away.getKey());
      HttpAnswer answer =
          gateway.ask(
              HttpMethod.POST,
              "/teams",
              Map.of("Content-Type", "application/json"),
              Buffer.buffer("{\"name\":\"Noordzij\"}"));
      gateway.check("createTeam", answer);
      assertEquals(away.getValue(), answer.status(), answer.text());
    }
  }

  private void restart(GatewaySettings settings) {
    gateway.close();
    gateway = RunningGateway.start(settings);
  }

  private static GatewaySettings with(Optional<URI> publicUrl, Duration deadline) {
    GatewaySettings plain = RunningGateway.settings(100, 100);
    return new GatewaySettings(
        plain.host(),
        plain.port(),
        plain.portSetting(),
        publicUrl,
        plain.trustedProxies(),
        deadline,
        plain.limits(),
        plain.heartbeat(),
        plain.access());
  }

  private static JsonObject openRound() {
    return golden("one round");
  }

  private static JsonObject created() {
    return golden("a team starts");
  }

  private static JsonObject golden(String name) {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.name().equals(name))
        .findFirst()
        .orElseThrow()
        .reply();
  }
}
