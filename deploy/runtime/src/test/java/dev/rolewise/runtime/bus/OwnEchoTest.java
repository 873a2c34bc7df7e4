package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnEchoTest {

  private final Queue<Promise<Void>> looks = new ArrayDeque<>();

  @Test
  void aSilentLookChangesNothingForAsLongAsAPartingTakes() throws Exception {
    OwnEcho echo = patient(Duration.ofSeconds(60));
    heard(echo);
    assertTrue(delivers(echo), "silent for half a second");
    assertTrue(delivers(echo), "and for another one");
    assertEquals(1, looks.size(), "one look at a time");
    looks.remove().fail("no bus");
    failsAtOnce(echo);
    assertTrue(delivers(echo), "silent, soon after one that was heard");
  }

  @Test
  void afterAFailureTheSilenceIsCountedFromTheLastGoodLook() throws Exception {
    OwnEcho echo = patient(Duration.ofMillis(400));
    heard(echo);
    failsAtOnce(echo);
    assertFalse(delivers(echo), "silent for longer");
  }

  @Test
  void butNotLonger() throws Exception {
    OwnEcho echo = patient(Duration.ofMillis(600));
    heard(echo);
    assertTrue(delivers(echo), "silent for half a second");
    assertFalse(delivers(echo), "silent for a second");
    looks.remove().complete();
    heard(echo);
    assertTrue(delivers(echo), "heard again");
  }

  @Test
  void theVeryFirstLookHasToBeHeard() throws Exception {
    OwnEcho echo = patient(Duration.ofSeconds(60));
    assertFalse(delivers(echo));
    looks.remove().complete();
    heard(echo);
  }

  private OwnEcho patient(Duration parting) {
    return new OwnEcho(
        () -> {
          Promise<Void> look = Promise.promise();
          looks.add(look);
          return look.future();
        },
        parting);
  }

  /** One look that is answered at once. */
  private void heard(OwnEcho echo) throws Exception {
    Future<Void> answer = echo.delivers();
    looks.remove().complete();
    assertTrue(succeeds(answer), "heard");
  }

  private void failsAtOnce(OwnEcho echo) throws Exception {
    Future<Void> answer = echo.delivers();
    looks.remove().fail("no bus");
    assertFalse(succeeds(answer), "failed");
  }

  private static boolean delivers(OwnEcho echo) throws Exception {
    return succeeds(echo.delivers());
  }

  private static boolean succeeds(Future<Void> answer) throws Exception {
    return answer
        .map(true)
        .otherwise(false)
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
