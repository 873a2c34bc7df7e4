package dev.rolewise.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.contract.GoldenMessage;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.gateway.wire.RawConnection;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FarewellTest {

  private static final long DRIP_MILLIS = 300;

  @Test
  void whoeverIsAnsweredWhileTheProcessLeavesTakesAnotherConnectionNext() {
    try (RunningGateway gateway = RunningGateway.start()) {
      List<String> paths = List.of("/", "/api/v1/openapi.yaml", "/api/v1/no-such-thing");
      for (String path : paths) {
        assertNull(get(gateway, path).headers().get("connection"), path);
      }
      gateway.leave();
      for (String path : paths) {
        HttpAnswer answer = get(gateway, path);
        assertEquals("close", answer.headers().get("connection"), path);
        assertEquals(path.endsWith("thing") ? 404 : 200, answer.status(), path);
      }
    }
  }

  /** The longest request may take twenty seconds: one of seven goes on to its end. */
  @Test
  void whoIsStillSendingWhenTheProcessLeavesIsAnswered() throws Exception {
    try (RunningGateway gateway = RunningGateway.start()) {
      gateway.services().reply(AssessmentAddresses.TEAM_CREATE, created());
      String body = "{\"name\":\"Slow sender\"}   ";
      try (RawConnection slow =
          RawConnection.to(gateway.port())
              .send(
                  "POST /api/v1/teams HTTP/1.1\nHost: a\nContent-Type: application/json\n"
                      + "Content-Length: "
                      + body.length()
                      + "\n\n")
              .sendExactly(body.substring(0, 1))) {
        // its head has been read: the next in line has an answer
        get(gateway, "/");
        Future<Void> stopped = gateway.stop();
        AtomicInteger next = new AtomicInteger(1);
        gateway
            .vertx()
            .setPeriodic(
                DRIP_MILLIS,
                timer -> {
                  int at = next.getAndIncrement();
                  if (at >= body.length() || !drip(slow, body.substring(at, at + 1))) {
                    gateway.vertx().cancelTimer(timer);
                  }
                });
        String answer = slow.readResponse();
        assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
        RunningGateway.await(stopped);
      }
    }
  }

  /** False when nobody listens any more, which the reader will see. */
  private static boolean drip(RawConnection connection, String piece) {
    try {
      connection.sendExactly(piece);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static JsonObject created() {
    return GoldenMessage.all().stream()
        .filter(golden -> golden.name().equals("a team starts"))
        .findFirst()
        .orElseThrow()
        .reply();
  }

  private static HttpAnswer get(RunningGateway gateway, String path) {
    return gateway.askAnywhere(HttpMethod.GET, path, Map.of(), null);
  }
}
