package dev.rolewise.runtime.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Readiness readiness = new Readiness(Duration.ofMillis(100));
  private final Liveness liveness = new Liveness();
  private Vertx vertx;
  private ManagementServer server;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    server = get(ManagementServer.start(vertx, "127.0.0.1", 0, readiness, liveness));
  }

  @AfterEach
  void close() throws Exception {
    get(server.stop());
    get(vertx.close());
  }

  @Test
  void aliveAtOnceStartedAndReadyOnlyWhenEverythingStands() throws Exception {
    assertEquals(200, ask("/livez").statusCode());
    assertEquals(503, ask("/startupz").statusCode());
    assertEquals(503, ask("/readyz").statusCode());
    readiness.started();
    assertEquals(200, ask("/startupz").statusCode());
    assertEquals(200, ask("/readyz").statusCode());
  }

  @Test
  void oneFailedCheckMakesItUnreadyAndIsNamed() throws Exception {
    AtomicBoolean up = new AtomicBoolean(true);
    readiness.started();
    readiness.check("bus", Future::succeededFuture);
    readiness.check(
        "database",
        () ->
            up.get()
                ? Future.succeededFuture()
                : Future.failedFuture(new IllegalStateException("away")));
    assertEquals(200, ask("/readyz").statusCode());
    up.set(false);
    HttpResponse<String> answer = ask("/readyz");
    assertEquals(503, answer.statusCode());
    assertEquals(
        new JsonObject(
            "{\"ready\":false,\"draining\":false,\"checks\":["
                + "{\"name\":\"bus\",\"up\":true,\"needed\":true},"
                + "{\"name\":\"database\",\"up\":false,\"needed\":true}]}"),
        new JsonObject(answer.body()));
    assertEquals(200, ask("/livez").statusCode());
    up.set(true);
    assertEquals(200, ask("/readyz").statusCode());
  }

  @Test
  void aReasonInPlainWordsIsShown() throws Exception {
    readiness.started();
    readiness.check(
        "database", () -> Future.failedFuture(new StartFault("The schema is too old: migrate.")));
    assertEquals(
        new JsonObject(
            "{\"name\":\"database\",\"up\":false,\"needed\":true,"
                + "\"why\":\"The schema is too old: migrate.\"}"),
        new JsonObject(ask("/readyz").body()).getJsonArray("checks").getJsonObject(0));
  }

  @Test
  void whatIsNeededToBeginWithIsOnlyShownOnceItHasPassed() throws Exception {
    AtomicBoolean up = new AtomicBoolean();
    readiness.started();
    readiness.checkAtFirst(
        "content",
        () ->
            up.get()
                ? Future.succeededFuture()
                : Future.failedFuture(new IllegalStateException("away")));
    assertEquals(503, ask("/readyz").statusCode());
    up.set(true);
    assertEquals(200, ask("/readyz").statusCode());
    up.set(false);
    HttpResponse<String> answer = ask("/readyz");
    assertEquals(200, answer.statusCode());
    assertEquals(
        new JsonObject("{\"name\":\"content\",\"up\":false,\"needed\":false}"),
        new JsonObject(answer.body()).getJsonArray("checks").getJsonObject(0));
  }

  @Test
  void aCheckThatHangsOrThrowsCountsAsFailed() throws Exception {
    readiness.started();
    readiness.check("slow", () -> Promise.promise().future());
    assertEquals(503, ask("/readyz").statusCode());
    readiness.check(
        "slow",
        () -> {
          throw new IllegalStateException("broken");
        });
    assertEquals(503, ask("/readyz").statusCode());
    readiness.forget("slow");
    assertEquals(200, ask("/readyz").statusCode());
  }

  @Test
  void manyWhoAskAtTheSameTimeAreOneQuestion() throws Exception {
    Readiness patient = new Readiness(Duration.ofSeconds(30));
    patient.started();
    AtomicInteger questions = new AtomicInteger();
    Promise<Void> answer = Promise.promise();
    patient.check(
        "database",
        () -> {
          questions.incrementAndGet();
          return answer.future();
        });
    ManagementServer asked = get(ManagementServer.start(vertx, "127.0.0.1", 0, patient, liveness));
    List<Socket> crowd = new ArrayList<>();
    for (int asking = 0; asking < 20; asking++) {
      Socket socket = new Socket("127.0.0.1", asked.port());
      String path = asking % 2 == 0 ? "/readyz" : "/metrics";
      String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      crowd.add(socket);
    }
    for (int turn = 0; turn < 20; turn++) {
      // whatever was sent before has been read by then
      assertEquals(200, ask("/livez").statusCode());
    }
    answer.complete();
    for (Socket socket : crowd) {
      try (socket) {
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("HTTP/1.1 200 "), text);
      }
    }
    assertTrue(questions.get() <= 5, questions + " questions");
    get(asked.stop());
  }

  @Test
  void anAnswerIsNotGivenASecondTimeOnceItIsThere() {
    List<Promise<Integer>> asked = new ArrayList<>();
    SharedAnswer<Integer> shared =
        new SharedAnswer<>(
            () -> {
              asked.add(Promise.promise());
              return asked.get(asked.size() - 1).future();
            });
    assertSame(shared.get(), shared.get());
    assertEquals(1, asked.size());
    asked.get(0).fail("broken");
    Future<Integer> next = shared.get();
    asked.get(1).complete(2);
    assertEquals(2, next.result());
  }

  @Test
  void drainingMeansUnreadyForGood() throws Exception {
    readiness.started();
    readiness.drain();
    HttpResponse<String> answer = ask("/readyz");
    assertEquals(503, answer.statusCode());
    assertEquals(true, new JsonObject(answer.body()).getBoolean("draining"));
    assertEquals(200, ask("/livez").statusCode());
  }

  @Test
  void aProcessThatWasGivenUpIsDeadForGood() throws Exception {
    readiness.started();
    liveness.giveUp();
    HttpResponse<String> answer = ask("/livez");
    assertEquals(503, answer.statusCode());
    assertEquals(false, new JsonObject(answer.body()).getBoolean("live"));
  }

  @Test
  void anythingElseIsNotThere() throws Exception {
    assertEquals(404, ask("/").statusCode());
    HttpRequest post =
        HttpRequest.newBuilder(uri("/livez")).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertEquals(405, http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
