package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.Lost;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * During an upgrade this gateway works with services of the previous release: it asks what they
 * understand and passes on what they answer.
 */
class ReleasedServicesTest {

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void forget() {
    gateway.services().forget();
  }

  @ParameterizedTest
  @MethodSource("released")
  void areAskedAndUnderstood(GoldenExchange released) {
    PublicRequest request = PublicRequest.of(released);
    released
        .failure()
        .ifPresentOrElse(
            failure -> gateway.services().refuse(released.address(), failure),
            () ->
                gateway.services().reply(released.address(), reply(released), released.language()));
    HttpAnswer answer =
        gateway.ask(request.method(), request.path(), request.headers(), request.body());
    gateway.check(request.operationId(), answer);
    // without a token the gateway itself says no
    assertEquals(released.request().isEmpty() ? 0 : 1, gateway.services().asked().size());
    for (ServiceStandIn.Asked asked : gateway.services().asked()) {
      assertEquals(released.address(), asked.address());
      assertEquals(List.of(), Lost.values(released.request(), asked.body()));
    }
    if (released.failure().isPresent()) {
      BusFailure failure = released.failure().get();
      assertEquals(failure.status(), answer.status(), answer.text());
      assertEquals(failure.code(), answer.code());
      assertEquals(
          failure.faults().stream().map(it -> it.pointer() + " " + it.code()).toList(),
          answer.faults());
    } else {
      assertTrue(answer.status() < 300, answer.text());
      JsonObject seen = answer.status() == 204 ? new JsonObject() : answer.json();
      assertEquals(List.of(), Lost.values(reply(released), seen));
    }
  }

  static Stream<GoldenExchange> released() {
    return GoldenExchange.released();
  }

  private static JsonObject reply(GoldenExchange released) {
    return released
        .reply()
        .orElseGet(
            () -> SampleDocuments.read(released.address(), released.request().getString("locale")));
  }
}
