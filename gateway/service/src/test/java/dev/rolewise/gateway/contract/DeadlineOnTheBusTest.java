package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.GoldenMessage;
import dev.rolewise.assessment.contract.round.Turnout;
import dev.rolewise.assessment.contract.round.TurnoutHint;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.gateway.contract.AskedMoments.Asked;
import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No service is asked to work for longer than the client of the gateway waits. */
class DeadlineOnTheBusTest {
  /** Less than the bus itself would wait. */
  private static final Duration WHOLE = Duration.ofMillis(1_500);

  private static final Duration HEARTBEAT = Duration.ofMillis(100);
  private static final String ROUND = "3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40";
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";

  /** Read once for everybody, and kept. */
  private static final Set<String> SHARED = shared();

  private RunningGateway gateway;
  private AskedMoments moments;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(RunningGateway.settings(WHOLE, HEARTBEAT));
    moments = AskedMoments.on(gateway.vertx());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whateverIsAskedForOneRequestEndsWithItAndWhatManyShareDoesNot() {
    List<GoldenExchange> exchanges = GoldenExchange.all().toList();
    for (GoldenExchange golden : exchanges) {
      PublicRequest request = PublicRequest.of(golden);
      gateway.ask(request.method(), request.path(), request.headers(), request.body());
    }
    Set<String> addresses =
        exchanges.stream().map(GoldenExchange::address).collect(Collectors.toSet());
    for (String address : addresses) {
      List<Asked> asked = moments.of(address);
      assertFalse(asked.isEmpty(), address);
      for (Asked one : asked) {
        long given = one.deadline() - one.at();
        if (SHARED.contains(address)) {
          assertTrue(given > WHOLE.toMillis(), address + " ends with one reader's request");
        } else {
          assertTrue(given <= WHOLE.toMillis(), address + " is given " + given + " ms");
        }
      }
    }
  }

  @Test
  void aReadIsNotAskedAgainForSomebodyWhoHasGone() {
    moments.silence(AssessmentAddresses.TEAM_GET);
    HttpAnswer answer =
        gateway.ask(HttpMethod.GET, "/team", Map.of("Authorization", "Bearer " + TOKEN), null);
    gateway.check("getTeam", answer);
    // the end of the request and that of the wait for the service are one and the same
    assertTrue(Set.of(503, 504).contains(answer.status()), answer.text());
    assertEquals(1, moments.of(AssessmentAddresses.TEAM_GET).size());
  }

  @Test
  void aStreamAsksOnAfterTheTimeOfARequest() throws IOException {
    gateway.services().reply(AssessmentAddresses.ROUND_GET, openRound());
    String request =
        "GET /api/v1/rounds/%s/live HTTP/1.1\nHost: a\nAuthorization: Bearer %s\n\n"
            .formatted(ROUND, TOKEN);
    try (RawConnection stream = RawConnection.to(gateway.port()).send(request)) {
      stream.readUntil("\"version\":1}");
      long over = moments.of(AssessmentAddresses.ROUND_GET).get(0).at() + WHOLE.toMillis();
      Asked late = moments.awaitFrom(AssessmentAddresses.ROUND_GET, over + 1);
      // each with the time of its own, the first one as well: other streams use what it finds
      for (Asked each : moments.of(AssessmentAddresses.ROUND_GET)) {
        assertTrue(each.deadline() - each.at() > WHOLE.toMillis(), each + ", later " + late);
      }
      gateway
          .vertx()
          .eventBus()
          .publish(
              AssessmentAddresses.TURNOUT_HINT,
              new TurnoutHint(ROUND, new Turnout(1, 6, 2), "open").toJson());
      assertTrue(stream.readUntil("\"version\":2}").contains("\"n\":1"));
    }
  }

  private static Set<String> shared() {
    Set<String> addresses = new HashSet<>(ContentAddress.operations());
    addresses.add(AssessmentAddresses.EXAMPLE_REPORT_GET);
    addresses.add(AssessmentAddresses.PRIVACY_GET);
    return addresses;
  }

  private static JsonObject openRound() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.address().equals(AssessmentAddresses.ROUND_GET))
        .filter(golden -> golden.reply() != null)
        .findFirst()
        .orElseThrow()
        .reply();
  }
}
