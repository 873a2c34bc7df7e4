package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much may be under way, and until when. */
class BusLimitsTest {

  private static final String ADDRESS = "example.v1.thing.get";
  private static final String BEHIND = "behind.v1.thing.get";

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
  void whatATargetHasNoRoomForIsRefusedAtOnceAndOtherTargetsDoNotMind() throws Exception {
    Promise<JsonObject> slow = Promise.promise();
    AtomicInteger arrived = new AtomicInteger();
    server.json(
        ADDRESS,
        body -> {
          arrived.incrementAndGet();
          return slow.future();
        });
    server.json(BEHIND, Future::succeededFuture);
    get(server.start());
    List<Future<JsonObject>> fitting = new ArrayList<>();
    for (int request = 0; request < InFlightLimit.MOST; request++) {
      fitting.add(client.json(to(ADDRESS)));
    }
    Future<JsonObject> surplus = client.json(to(ADDRESS).retryingOnce());
    assertTrue(surplus.isComplete(), "it did not wait");
    assertEquals(503, failure(surplus).status());
    get(client.json(to(BEHIND)));
    slow.complete(new JsonObject());
    get(Future.all(fitting));
    assertEquals(InFlightLimit.MOST, arrived.get());
    get(client.json(to(ADDRESS)));
  }

  @Test
  void aServerTakesOnlySoMuchAtOnceHoweverManyAsk() throws Exception {
    Promise<JsonObject> slow = Promise.promise();
    server.json(ADDRESS, body -> slow.future());
    get(server.start());
    List<Future<Message<Object>>> fitting = new ArrayList<>();
    for (int request = 0; request < BusServer.MOST_IN_FLIGHT; request++) {
      fitting.add(vertx.eventBus().request(ADDRESS, new JsonObject()));
    }
    ExecutionException refused =
        assertThrows(
            ExecutionException.class,
            () -> get(vertx.eventBus().request(ADDRESS, new JsonObject())));
    assertEquals(503, ((ReplyException) refused.getCause()).failureCode());
    assertEquals(BusServer.MOST_IN_FLIGHT, server.inFlight());
    slow.complete(new JsonObject());
    get(Future.all(fitting));
    get(client.json(to(ADDRESS)));
  }

  @Test
  void aBusyServiceIsNotAskedAgainAtOnce() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    server.json(
        ADDRESS,
        body -> {
          calls.incrementAndGet();
          return Future.failedFuture(BusFailure.unavailable());
        });
    get(server.start());
    assertEquals(503, failure(client.json(to(ADDRESS).retryingOnce())).status());
    assertEquals(1, calls.get());
  }

  @Test
  void whatIsAskedForARequestHasNoMoreTimeThanTheRequest() throws Exception {
    List<Long> deadlines = new CopyOnWriteArrayList<>();
    server.jsonCall(
        ADDRESS,
        (body, call) -> {
          deadlines.add(call.deadline());
          // through a future of another kind, as on the way to a database and back
          return vertx.timer(1).compose(rung -> client.json(to(BEHIND)));
        });
    server.jsonCall(
        BEHIND,
        (body, call) -> {
          deadlines.add(call.deadline());
          return Future.succeededFuture(body);
        });
    get(server.start());
    long deadline = System.currentTimeMillis() + 1_500;
    get(vertx.eventBus().request(ADDRESS, new JsonObject(), until(deadline)));
    assertEquals(deadline, deadlines.get(0));
    // a little less, so that there is time left to answer in
    assertBetween(deadline - 150, deadlines.get(1), deadline - 1);
    get(client.json(to(ADDRESS)));
    assertBetween(deadlines.get(2) - 200, deadlines.get(3), deadlines.get(2) - 1);
  }

  @Test
  void nothingIsAskedForARequestWhoseDeadlineHasPassed() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Promise<Throwable> failed = Promise.promise();
    server.json(
        ADDRESS,
        body ->
            awaitDeadline()
                .compose(late -> client.json(to(BEHIND)))
                .onComplete(result -> failed.complete(result.cause())));
    server.json(
        BEHIND,
        body -> {
          calls.incrementAndGet();
          return Future.succeededFuture(body);
        });
    get(server.start());
    vertx.eventBus().send(ADDRESS, new JsonObject(), until(System.currentTimeMillis() + 200));
    assertEquals(504, assertInstanceOf(BusFailure.class, get(failed.future())).status());
    assertEquals(0, calls.get());
  }

  @Test
  void whoeverIsNotDoneInTimeHasARequestAnsweredAllTheSame() throws Exception {
    List<Promise<JsonObject>> begun = new CopyOnWriteArrayList<>();
    server.json(
        ADDRESS,
        body -> {
          begun.add(Promise.promise());
          return begun.get(begun.size() - 1).future();
        });
    get(server.start());
    long asked = System.nanoTime();
    BusFailure failure = failure(client.json(to(ADDRESS).within(Duration.ofSeconds(3))));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
    assertEquals(503, failure.status(), "504 is for those from whom nothing is heard");
    assertTrue(millis >= 2_600, "given up after " + millis + " ms");
    assertEquals(1, server.inFlight(), "it is still at work");
    begun.get(0).complete(new JsonObject());
    Future<JsonObject> inTime = client.json(to(ADDRESS));
    while (begun.size() < 2) {
      Thread.onSpinWait();
    }
    begun.get(1).complete(new JsonObject().put("in", "time"));
    assertEquals("time", get(inTime).getString("in"));
    assertEquals(0, server.inFlight());
  }

  @Test
  void whatFollowsARequestHasNoDeadline() throws Exception {
    Promise<Long> seen = Promise.promise();
    server.json(
        ADDRESS,
        body -> {
          CallDeadline.lift();
          vertx.timer(1).onComplete(rung -> seen.complete(CallDeadline.current()));
          return Future.succeededFuture(body);
        });
    get(server.start());
    get(client.json(to(ADDRESS)));
    assertEquals(Long.MAX_VALUE, get(seen.future()));
  }

  private Future<Void> awaitDeadline() {
    return CallDeadline.hasPassed()
        ? Future.succeededFuture()
        : vertx.timer(5).compose(rung -> awaitDeadline());
  }

  private static void assertBetween(long least, long actual, long most) {
    assertTrue(least <= actual && actual <= most, least + " <= " + actual + " <= " + most);
  }

  private static DeliveryOptions until(long deadline) {
    return new DeliveryOptions().addHeader("deadline", Long.toString(deadline));
  }

  private static BusRequest to(String address) {
    return BusRequest.to(address, new JsonObject(), "request-1");
  }

  private static BusFailure failure(Future<?> future) {
    Throwable cause = assertThrows(ExecutionException.class, () -> get(future)).getCause();
    return assertInstanceOf(BusFailure.class, cause);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
