package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What travels beside the bodies, letter by letter: the other side may be the previous release. The
 * names below are therefore written out, and changing one is changing the contract.
 */
class WireTest {

  private static final String ADDRESS = "example.v1.thing.get";
  private static final JsonObject REFUSAL =
      new JsonObject(
          """
          {"faults":[{"pointer":"/answers/P1a","code":"out-of-range"}]}""");

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void aRequestSaysWhoItIsUntilWhenItIsWaitedForAndWhereItBelongs() {
    List<Message<Object>> heard = new CopyOnWriteArrayList<>();
    await(
        vertx
            .eventBus()
            .consumer(
                ADDRESS,
                message -> {
                  heard.add(message);
                  message.reply(new JsonObject());
                })
            .completion());
    long before = System.currentTimeMillis();
    BusClient client = BusClient.create(vertx);
    await(client.json(BusRequest.to(ADDRESS, new JsonObject().put("id", 7), "r-7")));
    Message<Object> plain = heard.get(0);
    assertEquals(new JsonObject().put("id", 7), plain.body());
    assertEquals("r-7", plain.headers().get("request-id"));
    long deadline = Long.parseLong(plain.headers().get("deadline"));
    assertTrue(deadline > before && deadline < before + 60_000, "" + deadline);
  }

  @Test
  void aRequestOfThatFormIsUnderstoodAndRefusedInThatForm() {
    await(
        BusServer.create(vertx)
            .json(
                ADDRESS,
                body ->
                    Future.failedFuture(
                        new BusFailure(
                            422, "invalid", List.of(new Fault("/answers/P1a", "out-of-range")))))
            .start());
    Message<Object> reply = await(ask(new JsonObject(), Map.of()));
    assertEquals("422", reply.headers().get("status"));
    assertEquals("invalid", reply.headers().get("code"));
    assertEquals(REFUSAL, reply.body());
  }

  @Test
  void aRefusalWithoutPlacesIsAFailureWithItsNumberAndItsWord() {
    await(
        BusServer.create(vertx)
            .json(ADDRESS, body -> Future.failedFuture(BusFailure.conflict("round-closed")))
            .start());
    ReplyException refusal =
        assertInstanceOf(
            ReplyException.class,
            assertThrows(Throwable.class, () -> await(ask(new JsonObject(), Map.of()))));
    assertEquals(409, refusal.failureCode());
    assertEquals("round-closed", refusal.getMessage());
  }

  @Test
  void aRefusalOfThatFormIsUnderstood() {
    await(
        vertx
            .eventBus()
            .consumer(
                ADDRESS,
                message ->
                    message.reply(
                        REFUSAL.copy().put("details", new JsonObject().put("base", 3)),
                        new DeliveryOptions()
                            .addHeader("status", "422")
                            .addHeader("code", "invalid")))
            .completion());
    Future<JsonObject> asked =
        BusClient.create(vertx).json(BusRequest.to(ADDRESS, new JsonObject(), "r"));
    BusFailure failure =
        assertInstanceOf(BusFailure.class, assertThrows(Throwable.class, () -> await(asked)));
    assertEquals(422, failure.status());
    assertEquals("invalid", failure.code());
    assertEquals(List.of(new Fault("/answers/P1a", "out-of-range")), failure.faults());
    assertEquals(new JsonObject().put("base", 3), failure.details().orElseThrow());
  }

  @Test
  void aRequestNobodyWaitsForAnyMoreIsNotDone() {
    List<JsonObject> done = new CopyOnWriteArrayList<>();
    await(
        BusServer.create(vertx)
            .json(
                ADDRESS,
                body -> {
                  done.add(body);
                  return Future.succeededFuture(body);
                })
            .start());
    assertThrows(Throwable.class, () -> await(ask(new JsonObject(), Map.of("deadline", "1"))));
    String later = Long.toString(System.currentTimeMillis() + 60_000);
    await(ask(new JsonObject().put("id", 2), Map.of("deadline", later)));
    assertEquals(List.of(new JsonObject().put("id", 2)), done);
  }

  @Test
  void aLargeDocumentTravelsAsBytesWithTheRequestBesideIt() {
    await(
        BusServer.create(vertx)
            .attached(
                ADDRESS,
                (body, document) ->
                    Future.succeededFuture(body.copy().put("bytes", document.length())))
            .start());
    Message<Object> reply = await(ask(Buffer.buffer("12345"), Map.of("body", "{\"id\":9}")));
    assertEquals(new JsonObject().put("id", 9).put("bytes", 5), reply.body());
  }

  private Future<Message<Object>> ask(Object body, Map<String, String> headers) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(1_000);
    headers.forEach(options::addHeader);
    return vertx.eventBus().request(ADDRESS, body, options);
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(10, TimeUnit.SECONDS);
    } catch (CompletionException failed) {
      throw failed;
    } catch (java.util.concurrent.TimeoutException late) {
      throw new AssertionError(late);
    }
  }
}
