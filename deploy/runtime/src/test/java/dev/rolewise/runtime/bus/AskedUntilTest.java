package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests for somebody who waits until a certain moment and no longer. */
class AskedUntilTest {

  private static final String ADDRESS = "example.v1.thing.get";

  private final List<Long> deadlines = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private BusClient client;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    client = BusClient.create(vertx);
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void theMomentComesAlongUnlessTheSendItselfEndsSooner() throws Exception {
    get(answering().start());
    long now = System.currentTimeMillis();
    get(client.json(request().until(now + 1_900)));
    assertEquals(now + 1_900, deadlines.get(0));
    get(client.json(request().until(now + 1_900).until(now + 60_000).retryingOnce()));
    assertEquals(now + 1_900, deadlines.get(1), "it is never put off");
    get(client.json(request().until(now + 60_000).within(Duration.ofSeconds(3))));
    long third = deadlines.get(2);
    assertTrue(third >= now + 3_000 && third < now + 60_000, "after " + (third - now) + " ms");
  }

  @Test
  void whatIsTooLateIsNotSentAtAll() throws Exception {
    get(answering().start());
    Future<JsonObject> late = client.json(request().until(System.currentTimeMillis()));
    assertTrue(late.isComplete(), "it did not wait");
    assertEquals(504, failure(late).status());
    assertEquals(504, failure(client.json(request().until(0).retryingOnce())).status());
    // the same address keeps the order: once this one is answered, the late ones would have come
    get(client.json(request()));
    assertEquals(1, deadlines.size());
  }

  @Test
  void silenceUntilThenIsNotFollowedByASecondAttempt() throws Exception {
    get(silent().completion());
    long moment = System.currentTimeMillis() + 300;
    Future<JsonObject> asked = client.json(request().until(moment).retryingOnce());
    assertEquals(504, failure(asked).status());
    assertEquals(List.of(moment), deadlines);
  }

  @Test
  void aReadThatFailsBeforeIsAskedAgainWithWhatIsLeft() throws Exception {
    BusServer server =
        BusServer.create(vertx)
            .jsonCall(
                ADDRESS,
                (body, call) -> {
                  deadlines.add(call.deadline());
                  return deadlines.size() == 1
                      ? Future.failedFuture(new IllegalStateException("the first call breaks"))
                      : Future.succeededFuture(body);
                });
    get(server.start());
    long moment = System.currentTimeMillis() + 1_900;
    get(client.json(request().until(moment).retryingOnce()));
    assertEquals(List.of(moment, moment), deadlines);
  }

  @Test
  void thoseWhoLeaveNoTimeTakeNoPlaceFromOthers() throws Exception {
    MessageConsumer<JsonObject> silent = silent();
    get(silent.completion());
    List<Future<JsonObject>> hurried = new ArrayList<>();
    long moment = System.currentTimeMillis() + 400;
    for (int request = 0; request < InFlightLimit.MOST; request++) {
      hurried.add(client.json(request().until(moment)));
    }
    for (Future<JsonObject> one : hurried) {
      assertEquals(504, failure(one).status());
    }
    get(silent.unregister());
    Promise<JsonObject> slow = Promise.promise();
    get(BusServer.create(vertx).json(ADDRESS, body -> slow.future()).start());
    List<Future<JsonObject>> patient = new ArrayList<>();
    for (int request = 0; request < InFlightLimit.MOST; request++) {
      patient.add(client.json(request()));
    }
    slow.complete(new JsonObject());
    get(Future.all(patient));
  }

  private BusServer answering() {
    return BusServer.create(vertx)
        .jsonCall(
            ADDRESS,
            (body, call) -> {
              deadlines.add(call.deadline());
              return Future.succeededFuture(body);
            });
  }

  /** As a process that is frozen. */
  private MessageConsumer<JsonObject> silent() {
    return vertx
        .eventBus()
        .consumer(
            ADDRESS, message -> deadlines.add(Long.parseLong(message.headers().get("deadline"))));
  }

  private static BusRequest request() {
    return BusRequest.to(ADDRESS, new JsonObject(), "request-1");
  }

  private static BusFailure failure(Future<?> future) {
    Throwable cause = assertThrows(ExecutionException.class, () -> get(future)).getCause();
    return assertInstanceOf(BusFailure.class, cause);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
