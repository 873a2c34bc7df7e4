package dev.rolewise.gateway.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for every answer, whatever was asked. */
class EveryAnswerTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "content-security-policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
              + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
              + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
          "x-content-type-options",
          "nosniff",
          "referrer-policy",
          "no-referrer",
          "cross-origin-opener-policy",
          "same-origin",
          "cross-origin-resource-policy",
          "same-origin");
  private static final String TOKEN = "mZq4o1yQ0oT6s1nXc3c7m2y8h5b9r0w4k6d2f8g1a3E";

  private RunningGateway gateway = RunningGateway.start();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void carriesTheSecurityHeadersAnIdAndNothingForOtherSites() {
    gateway
        .services()
        .reply(ContentAddress.ROLE_LIST, new JsonObject().put("items", List.of()), "en");
    gateway
        .services()
        .refuse(AssessmentAddresses.TEAM_DELETE, new BusFailure(500, "internal", List.of()));
    List<HttpAnswer> answers = new ArrayList<>();
    answers.add(ask(HttpMethod.GET, "/api/v1/roles", null));
    answers.add(ask(HttpMethod.HEAD, "/api/v1/roles", null));
    answers.add(ask(HttpMethod.GET, "/api/v1/team", null));
    answers.add(ask(HttpMethod.DELETE, "/api/v1/team", null));
    answers.add(ask(HttpMethod.POST, "/api/v1/teams", Buffer.buffer("{")));
    answers.add(ask(HttpMethod.OPTIONS, "/api/v1/teams", null));
    answers.add(ask(HttpMethod.GET, "/api/nothing", null));
    answers.add(ask(HttpMethod.GET, "/", null));
    answers.add(ask(HttpMethod.GET, "/assets/app-1a2b3c4d.js", null));
    answers.add(ask(HttpMethod.GET, "/assets/none.js", null));
    answers.add(ask(HttpMethod.GET, "/robots.txt", null));
    answers.add(ask(HttpMethod.GET, "/.well-known/security.txt", null));
    answers.add(ask(HttpMethod.GET, "/a/../b", null));
    Set<String> ids = new HashSet<>();
    for (HttpAnswer answer : answers) {
      HEADERS.forEach((name, value) -> assertEquals(value, answer.header(name), name));
      assertTrue(answer.header("strict-transport-security").startsWith("max-age="));
      assertTrue(answer.header("permissions-policy").contains("camera=()"));
      assertNull(answer.header("access-control-allow-origin"));
      assertNull(answer.header("server"));
      assertNull(answer.header("set-cookie"));
      String id = answer.header("x-request-id");
      assertNotNull(id);
      assertTrue(ids.add(id), id);
      if (answer.status() >= 400 && !answer.text().isEmpty()) {
        assertEquals(id, answer.json().getString("requestId"));
        assertEquals("no-store", answer.header("cache-control"));
      }
      assertTrue(!answer.text().contains(TOKEN) && !answer.text().contains("Exception"));
    }
  }

  @Test
  void aServiceThatBreaksIsABadGatewayWithoutAWordAboutIt() {
    gateway
        .services()
        .decide(
            AssessmentAddresses.TEAM_GET,
            body -> {
              throw new IllegalStateException("jdbc:secret");
            });
    HttpAnswer answer = ask(HttpMethod.GET, "/api/v1/team", null);
    gateway.check("getTeam", answer);
    assertEquals(502, answer.status());
    assertEquals("bad-gateway", answer.code());
    assertTrue(!answer.text().contains("jdbc"));
  }

  @Test
  void newTeamsAreLimitedPerAddress() {
    gateway.close();
    gateway = RunningGateway.start(RunningGateway.settings(2, 100));
    gateway.services().reply(AssessmentAddresses.TEAM_CREATE, new JsonObject());
    Buffer team = Buffer.buffer("{\"name\":\"Noordzij\"}");
    assertEquals(201, ask(HttpMethod.POST, "/api/v1/teams", team).status());
    assertEquals(201, ask(HttpMethod.POST, "/api/v1/teams", team).status());
    HttpAnswer third = ask(HttpMethod.POST, "/api/v1/teams", team);
    gateway.check("createTeam", third);
    assertEquals(429, third.status());
    assertTrue(Integer.parseInt(third.header("retry-after")) > 3_000);
    assertEquals(2, gateway.services().asked().size());
  }

  @Test
  void guessingTokensIsLimitedPerAddress() {
    gateway.close();
    gateway = RunningGateway.start(RunningGateway.settings(100, 2));
    assertEquals(404, ask(HttpMethod.GET, "/api/v1/team", null).status());
    assertEquals(404, ask(HttpMethod.GET, "/api/v1/participation", null).status());
    HttpAnswer third = ask(HttpMethod.GET, "/api/v1/rounds", null);
    gateway.check("listRounds", third);
    assertEquals(429, third.status());
    int wait = Integer.parseInt(third.header("retry-after"));
    assertTrue(wait > 0 && wait <= 60, "wait " + wait);
    assertEquals(2, gateway.services().asked().size());
  }

  @Test
  void guessingRecoveryCodesIsLimitedLikeGuessingTokens() {
    gateway.close();
    gateway = RunningGateway.start(RunningGateway.settings(100, 2));
    Buffer guess = Buffer.buffer("{\"code\":\"9D4V-XH2K-7MQW-3RTB-6YFC-Z1N8-PG\"}");
    assertEquals(404, recover(guess).status());
    assertEquals(404, recover(guess).status());
    HttpAnswer third = recover(guess);
    gateway.check("recoverOrganiser", third);
    assertEquals(429, third.status());
    assertEquals(2, gateway.services().asked().size());
  }

  /** Whatever is searched for costs the database; both ways of making something up count as one. */
  @Test
  void searchesAreLimitedPerAddressAndReadingIsNot() {
    gateway.close();
    gateway = RunningGateway.start(RunningGateway.settings(100, 100, 20));
    gateway
        .services()
        .reply(
            ContentAddress.SEARCH,
            new JsonObject().put("query", "a").put("items", List.of()).put("notFound", List.of()));
    for (String list : List.of(ContentAddress.ROLE_LIST, ContentAddress.INSTRUMENT_LIST)) {
      gateway.services().reply(list, new JsonObject().put("items", List.of()));
    }
    for (int i = 0; i < 10; i++) {
      assertEquals(200, ask(HttpMethod.GET, "/api/v1/search?q=a", null).status());
      assertEquals(422, ask(HttpMethod.GET, "/api/v1/scenarios/advice", null).status());
    }
    for (String operation : List.of("search", "adviseOnSignals")) {
      String path = operation.equals("search") ? "/search?q=a" : "/scenarios/advice?signals=a.1";
      HttpAnswer refused = ask(HttpMethod.GET, "/api/v1" + path, null);
      gateway.check(operation, refused);
      assertEquals(429, refused.status());
      int wait = Integer.parseInt(refused.header("retry-after"));
      assertTrue(wait > 0 && wait <= 60, "wait " + wait);
    }
    assertEquals(429, ask(HttpMethod.HEAD, "/api/v1/search?q=a", null).status());
    for (String made : List.of("/en/search?q=a", "/en/scenarios/advice?signals=a.1")) {
      HttpAnswer page = ask(HttpMethod.GET, made, null);
      assertEquals(429, page.status(), made);
      assertTrue(page.header("content-type").startsWith("text/html"), made);
      assertTrue(Integer.parseInt(page.header("retry-after")) > 0, made);
    }
    assertEquals(200, ask(HttpMethod.GET, "/en/roles", null).status());
    assertEquals(200, ask(HttpMethod.GET, "/api/v1/roles", null).status());
  }

  private HttpAnswer recover(Buffer body) {
    return gateway.ask(
        HttpMethod.POST, "/organiser/recover", Map.of("Content-Type", "application/json"), body);
  }

  private HttpAnswer ask(HttpMethod method, String path, Buffer body) {
    return gateway.askAnywhere(
        method,
        path,
        Map.of(
            "Authorization", "Bearer " + TOKEN,
            "Content-Type", "application/json",
            "Origin", "https://elsewhere.example"),
        body);
  }
}
