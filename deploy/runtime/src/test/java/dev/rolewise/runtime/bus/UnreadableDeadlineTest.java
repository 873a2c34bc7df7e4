package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a message says of its deadline, or does not say, it is done and has an end. */
class UnreadableDeadlineTest {

  private static final String ADDRESS = "example.v1.thing.get";
  private static final long LONGEST = BusRequest.LONGEST.toMillis();

  private Vertx vertx;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    get(
        BusServer.create(vertx)
            .jsonCall(
                ADDRESS,
                (body, call) ->
                    Future.succeededFuture(
                        new JsonObject()
                            .put("deadline", call.deadline())
                            .put("said", call.saidUntilWhen())
                            .put("own", CallDeadline.current())))
            .start());
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "soon",
        "-1",
        "+1795729809704",
        "1795729809704.5",
        " 1795729809704",
        "0x1a2b3c4d5e6",
        "\u0661\u0662\u0663",
        "9223372036854775807",
        "99999999999999999999999"
      })
  void whatCannotBeReadIsTheLongestThatAnybodyWaits(String header) throws Exception {
    JsonObject reply = ask(header);
    assertEquals(false, reply.getBoolean("said"));
    assertLongest(reply);
  }

  @ParameterizedTest
  @ValueSource(longs = {4_000, 1_000_000, 800_000_000_000_000_000L})
  void soIsWhatLiesFurtherAway(long away) throws Exception {
    JsonObject reply = ask(Long.toString(Math.addExact(System.currentTimeMillis(), away)));
    assertEquals(true, reply.getBoolean("said"));
    assertLongest(reply);
  }

  @Test
  void whatCanBeReadCounts() throws Exception {
    long moment = System.currentTimeMillis() + 2_000;
    JsonObject reply = ask(Long.toString(moment));
    assertEquals(moment, reply.getLong("deadline"));
    assertEquals(true, reply.getBoolean("said"));
  }

  private void assertLongest(JsonObject reply) {
    long came = reply.getLong("before");
    long deadline = reply.getLong("deadline");
    assertTrue(deadline >= came + LONGEST, "given " + (deadline - came) + " ms");
    assertTrue(deadline <= System.currentTimeMillis() + LONGEST, "later than the longest");
    assertTrue(reply.getLong("own") < deadline, "what it asks of others ends as well");
  }

  private JsonObject ask(String header) throws Exception {
    DeliveryOptions options = new DeliveryOptions();
    if (header != null) {
      options.addHeader("deadline", header);
    }
    long before = System.currentTimeMillis();
    return get(vertx.eventBus().<JsonObject>request(ADDRESS, new JsonObject(), options))
        .body()
        .copy()
        .put("before", before);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
