package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who take turns at the same address, as replicas of a service do. */
class FrozenReplicaTest {

  private static final String ADDRESS = "example.v1.thing.get";

  /** Between pairs of requests, one to each; so far that each silence could be a step down. */
  private static final long APART_MILLIS = 120;

  /** For three quarters of a second longer than the 2 s that the first one waits. */
  private static final int PAIRS = 23;

  private final AtomicReference<Future<JsonObject>> answer =
      new AtomicReference<>(Future.succeededFuture(new JsonObject()));
  private Vertx vertx;
  private BusClient client;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    client = BusClient.create(vertx);
    get(vertx.eventBus().consumer(ADDRESS, frozen -> {}).completion());
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void whileTheOtherAnswersAsManyMayBeUnderWayAsBefore() throws Exception {
    get(BusServer.create(vertx).json(ADDRESS, body -> answer.get()).start());
    List<Future<JsonObject>> asked = get(ask(PAIRS, new ArrayList<>()));
    long silent = asked.stream().filter(Future::failed).count();
    assertTrue(silent > 2, "only " + silent + " were silent");
    long heard = asked.stream().filter(Future::succeeded).count();
    assertTrue(heard > PAIRS / 2, "only " + heard + " were answered");
    long underWay = asked.stream().filter(one -> !one.isComplete()).count();
    int room = room();
    assertTrue(room + underWay >= InFlightLimit.MOST, room + " beside " + underWay);
  }

  private Future<List<Future<JsonObject>>> ask(int pairs, List<Future<JsonObject>> asked) {
    if (pairs == 0) {
      return Future.succeededFuture(asked);
    }
    asked.add(client.json(request()));
    asked.add(client.json(request()));
    return vertx.timer(APART_MILLIS).compose(rung -> ask(pairs - 1, asked));
  }

  /** How many fit before the first one that is refused at once. */
  private int room() {
    answer.set(Promise.<JsonObject>promise().future());
    int room = 0;
    while (!client.json(request()).isComplete()) {
      room++;
    }
    return room;
  }

  private static BusRequest request() {
    return BusRequest.to(ADDRESS, new JsonObject(), "request-1");
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
