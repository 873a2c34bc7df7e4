package dev.rolewise.content.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.bus.CallDeadline;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplyCacheTest {

  private static final BusDocument EMPTY = new BusDocument(Buffer.buffer(), Map.of());

  @Test
  void whoAsksMeanwhileWaitsForTheSameReplyAndAFailureIsNotKept() {
    ReplyCache cache = new ReplyCache(10_000);
    Promise<BusDocument> promise = Promise.promise();
    Future<BusDocument> first = cache.get(key(1), promise::future);
    assertSame(first, cache.get(key(1), () -> Future.failedFuture("asked twice")));
    promise.fail("away");
    assertEquals("away", first.cause().getMessage());
    assertSame(EMPTY, cache.get(key(1), () -> Future.succeededFuture(EMPTY)).result());
  }

  @Test
  void howeverSmallRepliesAreTheyAreNotKeptWithoutEnd() {
    ReplyCache cache = new ReplyCache(10_000);
    for (int number = 0; number < 1_000; number++) {
      cache.get(key(number), () -> Future.succeededFuture(EMPTY));
      assertTrue(cache.bytes() <= 10_000, cache.bytes() + " after " + number);
    }
    assertSame(EMPTY, cache.get(key(999), () -> Future.failedFuture("gone")).result());
    assertTrue(cache.get(key(1), () -> Future.failedFuture("gone")).failed());
  }

  @Test
  void whatSeveralMayWaitForDoesNotEndWithTheFirstWhoAsked() throws Exception {
    Vertx vertx = Vertx.vertx();
    List<Long> moments = new CopyOnWriteArrayList<>();
    ReplyCache cache = new ReplyCache(10_000);
    try {
      BusServer.create(vertx)
          .document(
              "example.v1.thing.get",
              request -> {
                moments.add(CallDeadline.current());
                return cache.get(
                    key(1),
                    () -> {
                      moments.add(CallDeadline.current());
                      return Future.succeededFuture(EMPTY);
                    });
              })
          .start()
          .await(10, TimeUnit.SECONDS);
      BusRequest request = BusRequest.to("example.v1.thing.get", new JsonObject(), "r");
      BusClient.create(vertx).document(request).await(10, TimeUnit.SECONDS);
    } finally {
      vertx.close().await(10, TimeUnit.SECONDS);
    }
    assertNotEquals(Long.MAX_VALUE, moments.get(0), "the request has its end");
    assertEquals(Long.MAX_VALUE, moments.get(1));
  }

  private static ReplyKey key(int number) {
    return new ReplyKey("thing", Integer.toString(number), "hash", "en");
  }
}
