package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.gateway.contract.ServiceStandIn.Asked;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The right comes from the Authorization header and from nowhere else. */
class RightsTest {
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";
  private static final Set<String> FREE =
      Set.of(
          "createTeam",
          "recoverOrganiser",
          "getExampleReport",
          "getPrivacy",
          "getContract",
          "search",
          "adviseOnSignals");

  /** These stand on a session's cookie, or lead to one: see SignInTest. */
  private static final Set<String> SESSION =
      Set.of(
          "getSession",
          "endSession",
          "startSession",
          "finishSession",
          "organiseOwnTeam",
          "claimTeam",
          "leaveTeam");

  private static final Map<String, String> BODIES =
      Map.of(
          "updateTeam", "{\"name\":\"Noordzij\"}",
          "openRound", "{\"instrument\":\"role-gap-scan\",\"size\":6}",
          "updateRound", "{\"size\":6}",
          "createShare", "{}",
          "createAction", "{\"text\":\"Ask three customers\"}",
          "updateAction", "{\"state\":\"done\"}",
          "hideComment", "{\"hidden\":true}",
          "publishPack", "{\"version\":2,\"base\":1}",
          "submitSheet",
              "{\"instrument\":{\"id\":\"role-gap-scan\",\"version\":1},"
                  + "\"answers\":{},\"coverage\":{},\"scenarios\":{}}");

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
  void nobodyIsKnown() {
    gateway.services().forget();
    AssessmentAddresses.requests()
        .forEach(address -> gateway.services().refuse(address, BusFailure.notFound()));
  }

  static Stream<Arguments> withoutRight() {
    return protectedOperations()
        .flatMap(
            operation ->
                Stream.of(null, "", "Bearer", "Bearer ", "Basic abc", TOKEN)
                    .map(header -> Arguments.of(operation, header)));
  }

  @ParameterizedTest
  @MethodSource("withoutRight")
  void withoutATokenNothingIsAsked(String operationId, String header) {
    HttpAnswer answer = ask(operationId, header, "");
    gateway.check(operationId, answer);
    assertEquals(401, answer.status());
    assertEquals("unauthorized", answer.code());
    assertEquals("Bearer", answer.header("www-authenticate"));
    assertEquals(List.of(), gateway.services().asked());
  }

  static Stream<String> protectedOperations() {
    return gateway.contract().protectedOperations().keySet().stream()
        .map(Operation::getOperationId);
  }

  @ParameterizedTest
  @MethodSource("protectedOperations")
  void aTokenNobodyKnowsGetsTheSame404Everywhere(String operationId) {
    HttpAnswer answer = ask(operationId, "Bearer " + TOKEN, "");
    gateway.check(operationId, answer);
    assertEquals(404, answer.status(), answer.text());
    assertEquals("no-store", answer.header("cache-control"));
    HttpAnswer tooLong = ask(operationId, "Bearer " + "a".repeat(500), "");
    for (HttpAnswer other : List.of(tooLong, ask(operationId, "Bearer ***", ""))) {
      assertEquals(404, other.status());
      assertEquals(withoutId(answer), withoutId(other));
    }
  }

  @ParameterizedTest
  @MethodSource("protectedOperations")
  void aTokenInTheAddressCountsForNothing(String operationId) {
    HttpAnswer answer = ask(operationId, null, "?token=" + TOKEN + "&access_token=" + TOKEN);
    assertEquals(401, answer.status());
    assertFalse(answer.text().contains(TOKEN));
  }

  @ParameterizedTest
  @MethodSource("protectedOperations")
  void theTokenTravelsAsItIs(String operationId) {
    ask(operationId, "bearer   " + TOKEN, "");
    List<String> tokens =
        gateway.services().asked().stream().map(asked -> asked.body().getString("token")).toList();
    assertEquals(Set.of(TOKEN), Set.copyOf(tokens));
  }

  @Test
  void idsInABodyNeverWidenTheRight() {
    for (String field : List.of("token", "team", "round", "id")) {
      Buffer body = new JsonObject().put("name", "Noordzij").put(field, "other").toBuffer();
      HttpAnswer answer = gateway.ask(HttpMethod.PATCH, "/team", headers("Bearer " + TOKEN), body);
      assertEquals(400, answer.status());
      assertEquals(List.of("/" + field + " unknown"), answer.faults());
    }
    assertEquals(List.of(), gateway.services().asked().stream().map(Asked::address).toList());
  }

  @Test
  void whatNeedsNoRightIsListed() {
    Set<String> free =
        gateway.contract().operations().stream()
            .map(line -> line.split(" ")[0])
            .filter(id -> !protectedIds().contains(id))
            .collect(Collectors.toSet());
    assertTrue(free.containsAll(FREE));
    assertTrue(free.containsAll(SESSION));
    free.removeAll(FREE);
    free.removeAll(SESSION);
    assertTrue(
        free.stream()
            .allMatch(
                id ->
                    id.matches(
                        "(list|get|compare)(Role|Scenario|Instrument|Guide|Glossary|Responsib).*")),
        free::toString);
  }

  private static Set<String> protectedIds() {
    return gateway.contract().protectedOperations().keySet().stream()
        .map(Operation::getOperationId)
        .collect(Collectors.toSet());
  }

  private static JsonObject withoutId(HttpAnswer answer) {
    JsonObject body = answer.json();
    body.remove("requestId");
    return body;
  }

  private static HttpAnswer ask(String operationId, String header, String query) {
    Operation operation =
        gateway.contract().protectedOperations().keySet().stream()
            .filter(it -> it.getOperationId().equals(operationId))
            .findFirst()
            .orElseThrow();
    String body = BODIES.get(operationId);
    return gateway.ask(
        operation.getHttpMethod(),
        operation
                .getOpenAPIPath()
                .replace("{version}", "1")
                .replaceAll("\\{[a-zA-Z]+}", "3f0c6a52-9b1e-4d7a-8a55-0e6b1c2d3f40")
            + (operationId.equals("diffPack") ? "?from=1&to=2" + query.replace('?', '&') : query),
        headers(header),
        body == null ? null : Buffer.buffer(body));
  }

  private static Map<String, String> headers(String authorization) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", "0f7c2b9ad4e84c11");
    if (authorization != null) {
      headers.put("Authorization", authorization);
    }
    return headers;
  }
}
