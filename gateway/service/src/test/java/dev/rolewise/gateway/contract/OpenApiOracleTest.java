package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiOracleTest {
  private static final String GOLDEN = "/dev/rolewise/assessment/contract/golden/messages.json";
  private static final String JSON = "application/json; charset=utf-8";

  private final OpenApiOracle oracle = new OpenApiOracle();

  @ParameterizedTest
  @CsvSource({
    AssessmentAddresses.TEAM_GET + ",GET,/team,200",
    AssessmentAddresses.TEAM_UPDATE + ",PATCH,/team,200",
    AssessmentAddresses.ROUND_LIST + ",GET,/rounds,200",
    AssessmentAddresses.ROUND_GET + ",GET,/rounds/{id},200",
    AssessmentAddresses.ROUND_UPDATE + ",PATCH,/rounds/{id},200",
    AssessmentAddresses.ROUND_CLOSE + ",POST,/rounds/{id}/close,200",
    AssessmentAddresses.ROUND_REOPEN + ",POST,/rounds/{id}/reopen,200",
    AssessmentAddresses.PARTICIPATION_GET + ",GET,/participation,200",
    AssessmentAddresses.TICKET_DRAW + ",POST,/tickets,201",
    AssessmentAddresses.SHEET_SUBMIT + ",POST,/sheets,201"
  })
  void whatTheServicesSayFitsTheContract(String address, String method, String path, int status)
      throws IOException {
    List<String> replies =
        golden(address)
            .filter(message -> message.containsKey("reply"))
            .map(message -> message.getJsonObject("reply").encode())
            .toList();
    assertTrue(!replies.isEmpty(), "no golden reply of " + address);
    replies.forEach(reply -> oracle.check(method, path, status, JSON, reply));
  }

  @ParameterizedTest
  @CsvSource({
    AssessmentAddresses.TEAM_CREATE + ",POST,/teams",
    AssessmentAddresses.ROUND_OPEN + ",POST,/rounds",
    AssessmentAddresses.SHEET_SUBMIT + ",POST,/sheets",
    AssessmentAddresses.ORGANISER_RECOVER + ",POST,/organiser/recover"
  })
  void whatTheServicesTakeFitsTheContract(String address, String method, String path)
      throws IOException {
    List<JsonObject> requests =
        golden(address)
            .filter(message -> message.containsKey("reply"))
            .map(message -> message.getJsonObject("request").copy())
            .toList();
    assertTrue(!requests.isEmpty(), "no golden request of " + address);
    for (JsonObject request : requests) {
      request.remove("token");
      request.remove("idempotencyKey");
      oracle.checkRequest(method, path, request.encode());
    }
  }

  @Test
  void aValueTheContractDoesNotAllowIsPointedAt() throws IOException {
    JsonObject round = round();
    round.getJsonObject("turnout").put("n", "three");
    assertRefused("/turnout/n", "GET", "/rounds/{id}", 200, JSON, round.encode());
  }

  @Test
  void aFieldTooManyAndAFieldTooFewAreRefused() throws IOException {
    JsonObject answerRows = round().put("answerRows", new JsonArray());
    assertRefused("answerRows", "GET", "/rounds/{id}", 200, JSON, answerRows.encode());
    JsonObject headless = round();
    headless.remove("heldBack");
    assertRefused("heldBack", "GET", "/rounds/{id}", 200, JSON, headless.encode());
  }

  @Test
  void aSheetOutsideTheScaleIsRefused() {
    String sheet =
        """
        {"instrument": {"id": "role-gap-scan", "version": 1}, "answers": {"P1a": 5},
         "coverage": {"P1": null}, "scenarios": {"S1": "none"}}""";
    AssertionError refused =
        assertThrows(AssertionError.class, () -> oracle.checkRequest("POST", "/sheets", sheet));
    assertTrue(refused.getMessage().contains("/answers/P1a"), refused.getMessage());
  }

  @Test
  void anUndocumentedStatusMediaTypeOrPathIsRefused() throws IOException {
    String round = round().encode();
    assertRefused("418", "GET", "/rounds/{id}", 418, JSON, round);
    assertRefused("text/html", "GET", "/rounds/{id}", 200, "text/html", round);
    assertRefused("/nowhere", "GET", "/nowhere", 200, JSON, round);
    assertRefused("no body", "DELETE", "/team", 204, JSON, "{}");
  }

  @Test
  void answersWithoutJsonAreKnownByTheirMediaType() {
    oracle.check("DELETE", "/team", 204, null, null);
    oracle.check("GET", "/rounds/{id}/live", 200, "text/event-stream", "event: closed\n\n");
    oracle.check("GET", "/openapi.yaml", 200, "application/yaml", "openapi: 3.1.0");
  }

  private void assertRefused(
      String because, String method, String path, int status, String type, String body) {
    AssertionError refused =
        assertThrows(AssertionError.class, () -> oracle.check(method, path, status, type, body));
    assertTrue(refused.getMessage().contains(because), refused.getMessage());
  }

  private static JsonObject round() throws IOException {
    return golden(AssessmentAddresses.ROUND_GET)
        .filter(message -> message.containsKey("reply"))
        .findFirst()
        .orElseThrow()
        .getJsonObject("reply");
  }

  private static Stream<JsonObject> golden(String address) throws IOException {
    try (InputStream in = OpenApiOracleTest.class.getResourceAsStream(GOLDEN)) {
      return new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .stream()
              .map(JsonObject.class::cast)
              .filter(message -> message.getString("address").equals(address));
    }
  }
}
