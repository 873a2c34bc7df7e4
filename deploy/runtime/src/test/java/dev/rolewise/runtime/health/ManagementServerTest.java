package dev.rolewise.runtime.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
            "{\"ready\":false,\"draining\":false,\"checks\":[{\"name\":\"bus\",\"up\":true},"
                + "{\"name\":\"database\",\"up\":false}]}"),
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
            "{\"name\":\"database\",\"up\":false,\"why\":\"The schema is too old: migrate.\"}"),
        new JsonObject(ask("/readyz").body()).getJsonArray("checks").getJsonObject(0));
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
