package dev.rolewise.gateway.contract;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The HTTP request that should lead to a message on the bus.
 *
 * @param operationId of the contract
 * @param path below {@code /api/v1}
 * @param body null for none
 */
record PublicRequest(
    String operationId, HttpMethod method, String path, Map<String, String> headers, Buffer body) {

  private record Shape(String operationId, HttpMethod method, String path, boolean body) {}

  /** What travels elsewhere than in the body. */
  private static final Set<String> NOT_IN_BODY =
      Set.of("token", "round", "share", "action", "comment", "idempotencyKey", "locale");

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          read(ContentAddress.ROLE_LIST, "listRoles", "/roles"),
          read(ContentAddress.ROLE_GET, "getRole", "/roles/{id}"),
          read(ContentAddress.ROLE_BRIEF, "getRoleBrief", "/roles/{id}/brief"),
          read(ContentAddress.ROLE_COMPARE, "compareRoles", "/roles/compare"),
          read(ContentAddress.SCENARIO_LIST, "listScenarios", "/scenarios"),
          read(ContentAddress.SCENARIO_GET, "getScenario", "/scenarios/{id}"),
          read(ContentAddress.INSTRUMENT_LIST, "listInstruments", "/instruments"),
          read(ContentAddress.INSTRUMENT_GET, "getInstrument", "/instruments/{id}"),
          read(ContentAddress.GLOSSARY_GET, "getGlossary", "/glossary"),
          read(ContentAddress.GUIDE_LIST, "listGuides", "/guides"),
          read(ContentAddress.GUIDE_GET, "getGuide", "/guides/{id}"),
          read(ContentAddress.RESPONSIBILITY_LIST, "listResponsibilities", "/responsibilities"),
          read(ContentAddress.RESPONSIBILITY_GET, "getResponsibility", "/responsibilities/{id}"),
          read(ContentAddress.SCENARIO_ADVISE, "adviseOnSignals", "/scenarios/advice"),
          read(ContentAddress.SEARCH, "search", "/search"),
          read(AssessmentAddresses.EXAMPLE_REPORT_GET, "getExampleReport", "/example-report"),
          read(AssessmentAddresses.PRIVACY_GET, "getPrivacy", "/privacy"),
          change(AssessmentAddresses.TEAM_CREATE, "createTeam", HttpMethod.POST, "/teams"),
          read(AssessmentAddresses.TEAM_GET, "getTeam", "/team"),
          change(AssessmentAddresses.TEAM_UPDATE, "updateTeam", HttpMethod.PATCH, "/team"),
          bare(AssessmentAddresses.TEAM_DELETE, "deleteTeam", HttpMethod.DELETE, "/team"),
          bare(
              AssessmentAddresses.ORGANISER_ROTATE,
              "rotateOrganiser",
              HttpMethod.POST,
              "/organiser/rotate"),
          change(
              AssessmentAddresses.ORGANISER_RECOVER,
              "recoverOrganiser",
              HttpMethod.POST,
              "/organiser/recover"),
          change(AssessmentAddresses.ROUND_OPEN, "openRound", HttpMethod.POST, "/rounds"),
          read(AssessmentAddresses.ROUND_LIST, "listRounds", "/rounds"),
          read(AssessmentAddresses.ROUND_GET, "getRound", "/rounds/{round}"),
          change(
              AssessmentAddresses.ROUND_UPDATE, "updateRound", HttpMethod.PATCH, "/rounds/{round}"),
          bare(
              AssessmentAddresses.ROUND_DELETE,
              "deleteRound",
              HttpMethod.DELETE,
              "/rounds/{round}"),
          bare(
              AssessmentAddresses.ROUND_CLOSE,
              "closeRound",
              HttpMethod.POST,
              "/rounds/{round}/close"),
          bare(
              AssessmentAddresses.ROUND_REOPEN,
              "reopenRound",
              HttpMethod.POST,
              "/rounds/{round}/reopen"),
          bare(
              AssessmentAddresses.MEMBER_ROTATE,
              "rotateMember",
              HttpMethod.POST,
              "/rounds/{round}/member/rotate"),
          change(
              AssessmentAddresses.SHARE_CREATE,
              "createShare",
              HttpMethod.POST,
              "/rounds/{round}/shares"),
          read(AssessmentAddresses.SHARE_LIST, "listShares", "/shares"),
          bare(
              AssessmentAddresses.SHARE_DELETE,
              "deleteShare",
              HttpMethod.DELETE,
              "/shares/{share}"),
          change(
              AssessmentAddresses.COMMENT_UPDATE,
              "hideComment",
              HttpMethod.PATCH,
              "/rounds/{round}/comments/{comment}"),
          read(AssessmentAddresses.PARTICIPATION_GET, "getParticipation", "/participation"),
          bare(AssessmentAddresses.TICKET_DRAW, "drawTicket", HttpMethod.POST, "/tickets"),
          change(AssessmentAddresses.SHEET_SUBMIT, "submitSheet", HttpMethod.POST, "/sheets"),
          change(AssessmentAddresses.ACTION_CREATE, "createAction", HttpMethod.POST, "/actions"),
          read(AssessmentAddresses.ACTION_LIST, "listActions", "/actions"),
          change(
              AssessmentAddresses.ACTION_UPDATE,
              "updateAction",
              HttpMethod.PATCH,
              "/actions/{action}"),
          bare(
              AssessmentAddresses.ACTION_DELETE,
              "deleteAction",
              HttpMethod.DELETE,
              "/actions/{action}"),
          read(AssessmentAddresses.TREND_GET, "getTrend", "/trend"),
          read(AssessmentAddresses.REPORT_GET, "getReport", "/rounds/{round}/report"),
          read(
              AssessmentAddresses.REPORT_BUNDLE_GET,
              "getReportBundle",
              "/rounds/{round}/report.bundle.json"),
          read(AssessmentAddresses.REPORT_CSV_GET, "getReportCsv", "/rounds/{round}/report.csv"),
          read(AssessmentAddresses.REPORT_XLSX_GET, "getReportXlsx", "/rounds/{round}/report.xlsx"),
          read(AssessmentAddresses.REPORT_PDF_GET, "getReportPdf", "/rounds/{round}/report.pdf"));

  static PublicRequest of(GoldenExchange golden) {
    JsonObject message = golden.request();
    Shape shape = SHAPES.get(golden.address());
    boolean version = message.containsKey("version") && golden.isContent();
    String path =
        shape
            .path()
            .replace("{id}", message.getString("id", ""))
            .replace("{round}", message.getString("round", ""))
            .replace("{action}", message.getString("action", ""))
            .replace("{share}", message.getString("share", ""))
            .replace("{comment}", message.getString("comment", ""));
    if (version) {
      path += "/versions/" + message.getInteger("version");
    }
    return new PublicRequest(
        version ? "getInstrumentVersion" : shape.operationId(),
        shape.method(),
        path + query(message),
        headers(message, shape.body()),
        shape.body() ? body(message) : null);
  }

  /** One for every operation that asks a service, in the form its path has in the contract. */
  static Set<String> operationIds() {
    return SHAPES.values().stream().map(Shape::operationId).collect(Collectors.toSet());
  }

  private static String query(JsonObject message) {
    String query = "";
    if (message.containsKey("locale") && !message.containsKey("name")) {
      query = "?locale=" + message.getString("locale");
    }
    if (message.containsKey("q")) {
      query += "&q=" + URLEncoder.encode(message.getString("q"), StandardCharsets.UTF_8);
    }
    if (message.containsKey("role")) {
      query += "&role=" + message.getString("role");
    }
    if (message.containsKey("variant")) {
      query += "&variant=" + message.getString("variant");
    }
    for (String list : List.of("ids", "signals")) {
      if (message.containsKey(list)) {
        List<String> ids = message.getJsonArray(list).stream().map(String.class::cast).toList();
        query += "&" + list + "=" + String.join(",", ids);
      }
    }
    return query;
  }

  private static Map<String, String> headers(JsonObject message, boolean body) {
    Map<String, String> headers = new HashMap<>();
    if (message.containsKey("token")) {
      headers.put("Authorization", "Bearer " + message.getString("token"));
    }
    if (message.containsKey("idempotencyKey")) {
      headers.put("Idempotency-Key", message.getString("idempotencyKey"));
    }
    if (body) {
      headers.put("Content-Type", "application/json");
    }
    return headers;
  }

  private static Buffer body(JsonObject message) {
    JsonObject body = message.copy();
    NOT_IN_BODY.stream()
        .filter(field -> !(field.equals("locale") && message.containsKey("name")))
        .forEach(body::remove);
    return body.toBuffer();
  }

  private static Map.Entry<String, Shape> read(String address, String id, String path) {
    return Map.entry(address, new Shape(id, HttpMethod.GET, path, false));
  }

  private static Map.Entry<String, Shape> bare(
      String address, String id, HttpMethod method, String path) {
    return Map.entry(address, new Shape(id, method, path, false));
  }

  private static Map.Entry<String, Shape> change(
      String address, String id, HttpMethod method, String path) {
    return Map.entry(address, new Shape(id, method, path, true));
  }
}
