package dev.rolewise.assessment.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rolewise.assessment.AssessmentService;
import dev.rolewise.assessment.AssessmentSettings;
import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestClock;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
  @Test
  void withoutADatabaseEveryRequestIsAnswered503AndTheServiceLives() throws IOException {
    Vertx vertx = Vertx.vertx();
    AssessmentSettings settings = settings(closedPort());
    ServiceDefinition<AssessmentSettings> definition =
        new ServiceDefinition<>(
            "assessment-service",
            AssessmentSettings::read,
            s -> Optional.empty(),
            (s, readiness) -> AssessmentService.verticles(s, readiness, new TestClock()));
    Readiness readiness = Readiness.create();
    readiness.started();
    RunningService service =
        Suite.await(RunningService.start(vertx, definition, settings, readiness));
    try {
      for (String address : AssessmentAddresses.requests()) {
        if (!address.equals(AssessmentAddresses.EXAMPLE_REPORT_GET)) {
          assertEquals(503, status(vertx, address), address);
        }
      }
      assertEquals(false, Suite.await(readiness.ask()).ready());
    } finally {
      Suite.await(service.stop());
      Suite.await(vertx.close());
    }
  }

  /**
   * The pool can hand one out between the fault and its own noticing; the client's words for it.
   */
  @Test
  void aConnectionInTheMomentOfItsEndIsADatabaseThatIsAway() {
    Throwable said =
        VertxException.noStackTrace("Connection is not active now, current status: CLOSED");
    Throwable told = DatabaseAway.translate(said).cause();
    assertEquals(503, assertInstanceOf(BusFailure.class, told).status());
    Throwable ours = new IllegalStateException("Connection is not active now");
    assertEquals(ours, DatabaseAway.translate(ours).cause());
  }

  private static int status(Vertx vertx, String address) {
    JsonObject body =
        new JsonObject()
            .put("name", "x")
            .put(
                "token",
                address.equals(AssessmentAddresses.SHEET_SUBMIT) ? "0".repeat(26) : "token")
            .put("session", "session")
            .put("identity", "0".repeat(64))
            .put("code", "0".repeat(26))
            .put("idempotencyKey", "0123456789");
    Throwable failure =
        Suite.await(
            BusClient.create(vertx)
                .json(BusRequest.to(address, body, "test"))
                .map((Throwable) null)
                .otherwise(it -> it));
    return assertInstanceOf(BusFailure.class, failure).status();
  }

  private static AssessmentSettings settings(int port) {
    SettingsReader reader =
        new SettingsReader(
            Settings.of(
                Map.of(
                    "database.host", "127.0.0.1",
                    "database.port", port,
                    "database.user", "assessment",
                    "database.password", "x",
                    "database.tls", "disable",
                    "assessment.instances", 1)));
    AssessmentSettings settings = AssessmentSettings.read(reader);
    return reader.finish(() -> settings);
  }

  /** A port on which nobody listens any more. */
  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
