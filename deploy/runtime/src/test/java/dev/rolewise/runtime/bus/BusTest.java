package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.health.Readiness;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusTest {

  private static final String ADDRESS = "example.v1.thing.get";

  private Vertx vertx;
  private BusServer server;
  private BusClient client;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    server = BusServer.create(vertx);
    client = BusClient.create(vertx);
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void aRequestBringsItsBodyIdAndDeadline() throws Exception {
    AtomicReference<BusCall> seen = new AtomicReference<>();
    server.jsonCall(
        ADDRESS,
        (body, call) -> {
          seen.set(call);
          return Future.succeededFuture(new JsonObject().put("echo", body.getString("say")));
        });
    get(server.start());
    JsonObject reply = get(client.json(request(new JsonObject().put("say", "hallo"))));
    assertEquals("hallo", reply.getString("echo"));
    assertEquals("request-1", seen.get().requestId());
    long remaining = seen.get().deadline() - System.currentTimeMillis();
    assertTrue(remaining > 0 && remaining <= 2000, "remaining " + remaining);
  }

  @Test
  void aDocumentArrivesAsBytesWithItsHeaders() throws Exception {
    server.document(
        ADDRESS,
        body ->
            Future.succeededFuture(
                new BusDocument(Buffer.buffer("{}"), Map.of("etag", "\"x\"", "language", "nl"))));
    get(server.start());
    BusDocument document = get(client.document(request()));
    assertEquals("{}", document.body().toString());
    assertEquals("\"x\"", document.headers().get("etag"));
    assertEquals("nl", document.headers().get("language"));
  }

  @ParameterizedTest
  @CsvSource({
    "404, not-found, 404, not-found",
    "409, round-closed, 409, round-closed",
    "429, too-many-requests, 429, too-many-requests",
    "503, unavailable, 503, unavailable",
    "500, internal, 502, bad-gateway",
    "504, gateway-timeout, 502, bad-gateway",
    "302, elsewhere, 502, bad-gateway"
  })
  void theOtherSidesFailureIsPassedOnOrBecomesBadGateway(
      int thrown, String code, int status, String expected) throws Exception {
    server.json(ADDRESS, body -> Future.failedFuture(BusFailure.of(thrown, code)));
    get(server.start());
    BusFailure failure = failure(client.json(request()));
    assertEquals(status, failure.status());
    assertEquals(expected, failure.code());
  }

  @Test
  void aLargeDocumentTravelsAsBytesBesideItsRequest() throws Exception {
    Buffer document = Buffer.buffer(new byte[300_000]).appendString("end");
    server.attached(
        ADDRESS,
        (body, attached) ->
            Future.succeededFuture(
                body.copy()
                    .put("same", attached.equals(document))
                    .put("bytes", attached.length())));
    get(server.start());
    JsonObject reply =
        get(client.json(request(new JsonObject().put("say", "hallo")).carrying(document)));
    assertEquals(
        new JsonObject().put("say", "hallo").put("same", true).put("bytes", 300_003), reply);
    BusFailure without = failure(client.json(request()));
    assertEquals(List.of(new Fault("", "wrong-type")), without.faults());
  }

  @Test
  void aFailureBringsItsDetails() throws Exception {
    JsonObject details = new JsonObject().put("current", 7);
    server.json(
        ADDRESS,
        body ->
            Future.failedFuture(new BusFailure(409, "published-meanwhile", List.of(), details)));
    get(server.start());
    BusFailure conflict = failure(client.json(request()));
    assertEquals("409 published-meanwhile", conflict.status() + " " + conflict.code());
    assertEquals(details, conflict.details().orElseThrow());
    assertEquals(List.of(), conflict.faults());
  }

  @Test
  void faultsKeepTheirPointers() throws Exception {
    List<Fault> faults =
        List.of(new Fault("/answers/P1a", "missing"), new Fault("/size", "out-of-range"));
    server.json(ADDRESS, body -> Future.failedFuture(BusFailure.invalidValues(faults)));
    server.document(ADDRESS + "2", body -> Future.failedFuture(BusFailure.badRequest(faults)));
    get(server.start());
    BusFailure invalid = failure(client.json(request()));
    assertEquals(422, invalid.status());
    assertEquals("invalid-values", invalid.code());
    assertEquals(faults, invalid.faults());
    BusFailure bad =
        failure(client.document(BusRequest.to(ADDRESS + "2", new JsonObject(), "request-1")));
    assertEquals(400, bad.status());
    assertEquals(faults, bad.faults());
  }

  @Test
  void aReplyWithAStatusNobodyKnowsIsBadGateway() throws Exception {
    server.document(
        ADDRESS,
        body ->
            Future.succeededFuture(new BusDocument(Buffer.buffer("{}"), Map.of("status", "open"))));
    get(server.start());
    assertEquals(502, failure(client.document(request())).status());
  }

  @Test
  void whatBreaksUnexpectedlyBecomes502WithoutAWordAboutIt() throws Exception {
    server.json(
        ADDRESS,
        body -> {
          throw new IllegalStateException("password hunter2");
        });
    get(server.start());
    AtomicReference<String> wire = new AtomicReference<>();
    CompletableFuture<Void> heard = new CompletableFuture<>();
    vertx
        .eventBus()
        .request(ADDRESS, new JsonObject())
        .onFailure(
            failure -> {
              wire.set(failure.getMessage());
              heard.complete(null);
            });
    heard.get(5, TimeUnit.SECONDS);
    assertEquals("internal", wire.get());
    assertEquals(502, failure(client.json(request())).status());
  }

  @Test
  void nobodyListeningIs503() {
    assertEquals(503, failure(client.json(request())).status());
  }

  @Test
  void noAnswerInTimeIs504() throws Exception {
    // as a process that is frozen: it has the request and says nothing
    get(vertx.eventBus().consumer(ADDRESS, message -> {}).completion());
    BusFailure failure = failure(client.json(request().within(Duration.ofSeconds(1))));
    assertEquals(504, failure.status());
    assertEquals("gateway-timeout", failure.code());
  }

  @Test
  void aBodyThatIsNoObjectIs400() throws Exception {
    server.json(ADDRESS, Future::succeededFuture);
    get(server.start());
    var reply = get(vertx.eventBus().<JsonObject>request(ADDRESS, "text"));
    assertEquals("400", reply.headers().get("status"));
  }

  @Test
  void onlyAnIdempotentReadIsSentAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.json(
        ADDRESS,
        body ->
            calls.incrementAndGet() == 1
                ? Future.failedFuture(new IllegalStateException("the first call breaks"))
                : Future.succeededFuture(new JsonObject()));
    get(server.start());
    assertEquals(502, failure(client.json(request())).status());
    assertEquals(1, calls.getAndSet(0));
    get(client.json(request().retryingOnce()));
    assertEquals(2, calls.get());
  }

  @Test
  void aRefusalIsNotSentAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.json(
        ADDRESS,
        body -> {
          calls.incrementAndGet();
          return Future.failedFuture(BusFailure.notFound());
        });
    get(server.start());
    assertEquals(404, failure(client.json(request().retryingOnce())).status());
    assertEquals(1, calls.get());
  }

  @Test
  void aRequestPastItsDeadlineNeverReachesTheHandler() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.json(
        ADDRESS,
        body -> {
          calls.incrementAndGet();
          return Future.succeededFuture(new JsonObject());
        });
    get(server.start());
    DeliveryOptions late =
        new DeliveryOptions().addHeader("deadline", Long.toString(System.currentTimeMillis() - 1));
    vertx.eventBus().send(ADDRESS, new JsonObject(), late);
    // the same address keeps the order: once this one is answered, the late one has been judged
    get(client.json(request()));
    assertEquals(1, calls.get());
  }

  @Test
  void stoppingWaitsForWhatIsUnderWayAndTakesNothingNew() throws Exception {
    Promise<JsonObject> slow = Promise.promise();
    CompletableFuture<Void> arrived = new CompletableFuture<>();
    server.json(
        ADDRESS,
        body -> {
          arrived.complete(null);
          return slow.future();
        });
    get(server.start());
    Future<JsonObject> asked = client.json(request());
    arrived.get(5, TimeUnit.SECONDS);
    assertEquals(1, server.inFlight());

    Future<Void> stopped = server.stop();
    assertEquals(503, failure(client.json(request())).status());
    assertFalse(stopped.isComplete());

    slow.complete(new JsonObject().put("done", true));
    get(stopped);
    assertTrue(get(asked).getBoolean("done"));
    assertEquals(0, server.inFlight());
  }

  @Test
  void hintsReachEveryListenerAndABrokenOneHarmsNobody() throws Exception {
    CompletableFuture<JsonObject> heard = new CompletableFuture<>();
    server.hint(
        "example.v1.published",
        hint -> {
          throw new IllegalStateException("broken listener");
        });
    server.hint("example.v1.published", heard::complete);
    get(server.start());
    client.publish("example.v1.published", new JsonObject().put("version", 2));
    assertEquals(2, heard.get(5, TimeUnit.SECONDS).getInteger("version"));
  }

  @Test
  void theEchoMakesReadinessAskTheBus() throws Exception {
    Readiness readiness = Readiness.create();
    BusEcho.checkOwn(readiness, OwnEcho.of(vertx));
    readiness.started();
    assertTrue(get(readiness.ask()).ready());
    assertEquals("bus", get(readiness.ask()).checks().getJsonObject(0).getString("name"));
  }

  @Test
  void readinessAsksTheServicesThatAreNeeded() throws Exception {
    Readiness readiness = Readiness.create();
    BusEcho.checkOther(readiness, vertx, "needed-service", PeerClocks.of(vertx));
    readiness.started();
    assertFalse(get(readiness.ask()).ready());
    BusEcho needed = get(BusEcho.answerFor("needed-service", vertx));
    assertTrue(get(readiness.ask()).ready());
    get(needed.stop());
    assertFalse(get(readiness.ask()).ready());
  }

  @Test
  void aTimeoutOutsideOneToThreeSecondsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> request().within(Duration.ofMillis(999)));
    assertThrows(IllegalArgumentException.class, () -> request().within(Duration.ofMillis(3001)));
  }

  @Test
  void aFailureCarriesNoStackTraceAndNoCause() {
    BusFailure failure = BusFailure.notFound();
    assertEquals(0, failure.getStackTrace().length);
    assertNull(failure.getCause());
  }

  private static BusRequest request() {
    return request(new JsonObject());
  }

  private static BusRequest request(JsonObject body) {
    return BusRequest.to(ADDRESS, body, "request-1");
  }

  private static BusFailure failure(Future<?> future) {
    Throwable cause = assertThrows(ExecutionException.class, () -> get(future)).getCause();
    return assertInstanceOf(BusFailure.class, cause);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
