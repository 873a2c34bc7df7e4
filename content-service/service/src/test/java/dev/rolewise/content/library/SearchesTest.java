package dev.rolewise.content.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.Test;

class SearchesTest {

  private final Searches searches = new Searches(null, 1);

  @Test
  void whoComesWhileEveryPlaceIsTakenIsToldToComeBack() {
    Promise<String> slow = Promise.promise();
    Future<String> first = searches.run(slow::future);
    Future<String> second = searches.run(() -> Future.succeededFuture("never"));
    assertEquals(503, ((BusFailure) second.cause()).status());
    slow.complete("found");
    assertEquals("found", first.result());
    assertEquals("again", searches.run(() -> Future.succeededFuture("again")).result());
  }

  @Test
  void aSearchForWhichThereIsNoTimeLeftGivesItsPlaceBack() {
    BusFailure late = BusFailure.unavailable();
    Future<String> refused =
        searches.run(
            () -> {
              throw late;
            });
    assertSame(late, refused.cause());
    assertEquals("found", searches.run(() -> Future.succeededFuture("found")).result());
  }
}
