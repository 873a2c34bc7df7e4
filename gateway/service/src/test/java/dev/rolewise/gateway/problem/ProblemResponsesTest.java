package dev.rolewise.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.wire.RawConnection;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class ProblemResponsesTest {

  private static final String SECRET = "jdbc:postgresql://db/secret";

  private HttpServer server;

  @BeforeEach
  void listen(Vertx vertx) throws Exception {
    Router router = Router.router(vertx);
    ProblemResponses.byAcceptLanguage(ctx -> "request-1", new ClosingConnections()).mount(router);
    router.get("/fine").handler(ctx -> ctx.response().end("fine"));
    router.get("/broken").handler(ctx -> ctx.fail(new IllegalStateException(SECRET)));
    router
        .get("/half")
        .handler(ctx -> ctx.response().setChunked(true).write("x").onComplete(x -> ctx.fail(500)));
    router.get("/busy").handler(ctx -> ctx.fail(new ProblemException(Problem.tooManyRequests(17))));
    router.get("/newer").handler(ctx -> ctx.fail(BusFailure.of(409, "of-a-newer-version")));
    router.get("/away").handler(ctx -> ctx.fail(BusFailure.unavailable()));
    router.route("/silent").handler(ctx -> ctx.fail(BusFailure.timeout()));
    router.get("/untrusted").handler(ctx -> ctx.fail(new ProblemException(Problem.ambiguous())));
    router
        .post("/sheets")
        .handler(BodyHandler.create(false).setBodyLimit(1024))
        .handler(
            ctx ->
                ctx.fail(
                    BusFailure.invalidValues(
                        List.of(new Fault("/answers/P1a", "missing"), new Fault("/x", "newer")))));
    router.get("/rounds/:id/live").handler(ctx -> ctx.response().end());
    router.patch("/rounds/:id").handler(ctx -> ctx.response().end());
    router.get("/rounds/:id").handler(ctx -> ctx.response().end());
    router.post("/early").handler(ctx -> ctx.fail(BusFailure.unauthorized()));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @Test
  void aRefusalOfAServiceKeepsItsPointers() throws Exception {
    String answer =
        exchange("POST /sheets HTTP/1.1\nHost: a\nAccept-Language: nl\nContent-Length: 2\n\n{}");
    assertTrue(answer.startsWith("HTTP/1.1 422 "), answer);
    assertHeader(answer, "content-type: application/problem+json");
    assertHeader(answer, "content-language: nl");
    assertHeader(answer, "cache-control: no-store");
    JsonObject body = body(answer);
    assertEquals("urn:rolewise:problem:invalid-values", body.getString("type"));
    assertEquals("Niet alle waarden kloppen", body.getString("title"));
    assertEquals(422, body.getInteger("status"));
    assertEquals("invalid-values", body.getString("code"));
    assertEquals("request-1", body.getString("requestId"));
    assertEquals(
        List.of(
            new JsonObject()
                .put("pointer", "/answers/P1a")
                .put("code", "missing")
                .put("detail", "Dit moet nog worden ingevuld."),
            new JsonObject()
                .put("pointer", "/x")
                .put("code", "newer")
                .put("detail", "Dit klopt niet.")),
        body.getJsonArray("errors").stream().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "GET /broken,500,internal-error",
    "GET /nowhere,404,not-found",
    "POST /fine,405,method-not-allowed",
    "GET /busy,429,too-many-requests",
    "GET /newer,409,conflict",
    "GET /away,503,unavailable",
    "GET /silent,504,gateway-timeout",
  })
  void everyFailureIsAProblemAndTellsNothingOfTheInside(String line, int status, String code)
      throws Exception {
    String answer = exchange(line + " HTTP/1.1\nHost: a\n\n");
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertHeader(answer, "content-type: application/problem+json");
    assertEquals(code, body(answer).getString("code"));
    assertFalse(answer.contains(SECRET) || answer.contains("Exception"), answer);
  }

  @Test
  void waitingTimesAndMethodsAreTold() throws Exception {
    String busy = exchange("GET /busy HTTP/1.1\nHost: a\n\n");
    assertHeader(busy, "retry-after: 17");
    assertTrue(body(busy).getString("detail").contains("after 17 s"), busy);
    assertHeader(exchange("GET /away HTTP/1.1\nHost: a\n\n"), "retry-after: 2");
    String wrong = exchange("POST /fine HTTP/1.1\nHost: a\n\n");
    assertHeader(wrong, "allow: GET");
    assertTrue(body(wrong).getString("detail").contains("GET"), wrong);
    assertHeader(exchange("POST /early HTTP/1.1\nHost: a\n\n"), "www-authenticate: Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void nobodyIsInvitedToRepeatWhatMayHaveBeenDone(String method) throws Exception {
    String silent = exchange(method + " /silent HTTP/1.1\nHost: a\nContent-Length: 0\n\n");
    assertFalse(silent.toLowerCase(Locale.ROOT).contains("\r\nretry-after:"), silent);
    assertTrue(body(silent).getString("detail").contains("Check first"), silent);
  }

  @Test
  void theMethodsOfAPathWithAnIdAreTold() throws Exception {
    assertHeader(exchange("PUT /rounds/1 HTTP/1.1\nHost: a\n\n"), "allow: GET, PATCH");
    assertHeader(exchange("PUT /rounds/1/live HTTP/1.1\nHost: a\n\n"), "allow: GET");
  }

  @Test
  void theConnectionStaysUsableAfterAWholeRequest() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      connection.send("POST /sheets HTTP/1.1\nHost: a\nContent-Length: 2\n\n{}");
      assertTrue(connection.readResponse().startsWith("HTTP/1.1 422 "));
      connection.send("GET /nowhere HTTP/1.1\nHost: a\n\n");
      assertTrue(connection.readResponse().startsWith("HTTP/1.1 404 "));
      connection.send("PUT /fine HTTP/1.1\nHost: a\nContent-Length: 0\n\n");
      assertTrue(connection.readResponse().startsWith("HTTP/1.1 405 "));
      connection.send("GET /fine HTTP/1.1\nHost: a\n\n");
      assertTrue(connection.readResponse().endsWith("fine"));
    }
  }

  @Test
  void anAnswerBeforeTheBodyIsTheLastOnThatConnection() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      connection.send("POST /early HTTP/1.1\nHost: a\nContent-Length: 100000\n\n{}");
      String answer = connection.readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
      assertHeader(answer, "connection: close");
    }
  }

  @Test
  void anUnendedBodyIsNotTakenForTheNextRequest() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      String next = "GET /fine HTTP/1.1\r\nHost: a\r\n\r\n";
      connection.send("POST /early HTTP/1.1\nHost: a\nContent-Length: 9\n\n12");
      assertTrue(connection.readResponse().startsWith("HTTP/1.1 401 "));
      connection.sendExactly("3456789" + next + next);
      assertEquals("", connection.readToEnd());
    }
  }

  @Test
  void tooMuchIsSaidEvenWhenItIsStillComing() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      connection.send("POST /sheets HTTP/1.1\nHost: a\nContent-Length: 200000\n\n");
      connection.sendExactly("x".repeat(200_000));
      String answer = connection.readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      assertEquals("too-large", body(answer).getString("code"));
    }
  }

  @Test
  void aChunkThatCannotBeReadIsNeverAnsweredAsFine() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      connection.send(
          "POST /sheets HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n");
      String answer = connection.readToEnd();
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
    }
  }

  @Test
  void halfAnAnswerIsBrokenOff() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      String answer = connection.send("GET /half HTTP/1.1\nHost: a\n\n").readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      assertFalse(answer.endsWith("0\r\n\r\n"), answer);
    }
  }

  @Test
  void nothingIsBelievedAfterAnAmbiguousRequest() throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      String answer = connection.send("GET /untrusted HTTP/1.1\nHost: a\n\n").readToEnd();
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    }
  }

  private String exchange(String request) throws Exception {
    try (RawConnection connection = RawConnection.to(server.actualPort())) {
      return connection.send(request).readResponse();
    }
  }

  private static void assertHeader(String answer, String line) {
    assertTrue(answer.contains("\r\n" + line + "\r\n"), answer);
  }

  private static JsonObject body(String answer) {
    return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }
}
