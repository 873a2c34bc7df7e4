package dev.rolewise.runtime.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.health.Readiness.Verdict;
import dev.rolewise.runtime.metrics.Meters;
import dev.rolewise.runtime.metrics.ObservedVertx;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A service whose clock is another one, asked over a real bus. */
class PeerClocksTest {

  private static final String SERVICE = "needed-service";

  private final Vertx vertx = ObservedVertx.create();
  private final Readiness readiness = new Readiness(Duration.ofSeconds(10));
  private final AtomicLong theirsAhead = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final InstantSource theirs = () -> Instant.now().plusMillis(theirsAhead.get());
  private final PeerClocks clocks = new PeerClocks(vertx, InstantSource.system(), nanos::get);
  private final Logger logger = (Logger) LoggerFactory.getLogger(PeerClocks.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(said);
    readiness.started();
    clocks.showIn(readiness);
    BusEcho.checkOther(readiness, vertx, SERVICE, clocks);
  }

  @AfterEach
  void close() throws Exception {
    logger.detachAppender(said);
    logger.setLevel(null);
    get(vertx.close());
  }

  @Test
  void clocksThatAgreeAreNothingToTalkAbout() throws Exception {
    get(BusEcho.answerFor(SERVICE, vertx, theirs));
    assertTrue(lookUntilReady().ready());
    assertTrue(check(look(), "clocks").getBoolean("up"));
    assertEquals(0, seconds());
    assertEquals(List.of(), lines());
  }

  @Test
  void aClockThatIsBehindIsToldOfAndMakesNobodyUnready() throws Exception {
    get(BusEcho.answerFor(SERVICE, vertx, theirs));
    theirsAhead.set(-60_000);
    lookUntilReady();
    Verdict verdict = lookUntilReady();
    assertTrue(verdict.ready(), verdict.checks()::encode);
    JsonObject shown = check(verdict, "clocks");
    assertFalse(shown.getBoolean("up"));
    assertFalse(shown.getBoolean("needed"));
    assertTrue(
        shown
            .getString("why")
            .matches(
                "the clock of needed-service at this process is (59\\.\\d|60\\.0) s behind this"
                    + " one's"),
        shown::encode);
    assertTrue(seconds() <= -58 && seconds() >= -60, "" + seconds());
    assertEquals(1, lines().size(), lines()::toString);
    assertTrue(
        lines().get(0).startsWith(shown.getString("why").substring(0, 40)), lines()::toString);
    assertTrue(lines().get(0).endsWith("follow the same network time."), lines()::toString);

    theirsAhead.set(0);
    lookUntilReady();
    assertTrue(check(look(), "clocks").getBoolean("up"));
    assertEquals(0, seconds());
    assertEquals(
        List.of("the clock of needed-service at this process agrees with this one's again"),
        lines().subList(1, lines().size()));
  }

  /** As before: whoever takes each request for too late is of no use, and now says why. */
  @Test
  void aClockThatIsAheadIsToldOfByWhoeverItAnswersNothingElse() throws Exception {
    get(BusEcho.answerFor(SERVICE, vertx, theirs));
    theirsAhead.set(5_000);
    look();
    Verdict verdict = look();
    assertTrue(check(verdict, "clocks").getString("why").endsWith(" s ahead of this one's"));
    assertTrue(seconds() >= 4 && seconds() <= 5, "" + seconds());
    assertFalse(verdict.ready());
    assertTrue(
        check(verdict, SERVICE).getString("why").contains("takes every request for too late"),
        verdict.checks()::encode);
  }

  /** The asker's own clock is the wrong one: what it sends says that it is over already. */
  @Test
  void anEchoIsAnsweredHoweverLateItSeems() throws Exception {
    get(BusEcho.answerFor(SERVICE, vertx, theirs));
    JsonObject reply =
        (JsonObject)
            get(vertx
                    .eventBus()
                    .request(
                        "runtime.v1.echo." + SERVICE,
                        new JsonObject(),
                        new io.vertx.core.eventbus.DeliveryOptions().addHeader("deadline", "1000")))
                .body();
    assertTrue(Math.abs(reply.getLong("clock") - System.currentTimeMillis()) < 60_000);
  }

  @Test
  void aWayThatMayHaveTakenLongSaysNothingOfTheClock() {
    long now = 1_000_000;
    PeerClocks still = new PeerClocks(vertx, () -> Instant.ofEpochMilli(now), nanos::get);
    // asked a second ago: told between then and now, by a clock within the second that is allowed
    still.heard(SERVICE, "far away", now + 990, 1_000);
    still.heard(SERVICE, "far away", now - 1_990, 1_000);
    assertEquals(List.of(), lines());
    still.heard(SERVICE, "far away", now + 1_010, 1_000);
    still.heard(SERVICE, "far away", now, 1_000);
    still.heard(SERVICE, "far away", now - 2_010, 1_000);
    assertEquals(3, lines().size(), lines()::toString);
  }

  @Test
  void whoeverIsGoneIsForgotten() throws Exception {
    clocks.heard(SERVICE, "gone", System.currentTimeMillis() + 9_000, 0);
    assertFalse(check(look(), "clocks").getBoolean("up"));
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertTrue(check(look(), "clocks").getBoolean("up"));
    assertEquals(0, seconds());
  }

  @Test
  void eachReleaseUnderstandsTheOther() throws Exception {
    for (JsonObject golden : golden()) {
      String address = golden.getString("address");
      // what a release answers is understood by this one
      BusServer other =
          BusServer.create(vertx)
              .json(address, body -> Future.succeededFuture(golden.getJsonObject("reply")));
      get(other.start());
      if (!golden.getJsonObject("reply").containsKey("clock")) {
        assertTrue(lookUntilReady().ready(), golden::encode);
      } else {
        assertFalse(check(look(), SERVICE).isEmpty());
      }
      get(other.stop());
      // and what it asks is answered with all that it knows
      InstantSource fixed = () -> Instant.ofEpochMilli(1_793_100_000_000L);
      BusEcho echo = get(BusEcho.answerFor(SERVICE, vertx, fixed));
      JsonObject reply =
          (JsonObject)
              get(vertx.eventBus().request(address, golden.getJsonObject("request"))).body();
      golden
          .getJsonObject("reply")
          .forEach(field -> assertEquals(field.getValue(), reply.getValue(field.getKey())));
      if (golden.getString("release").equals("this")) {
        assertEquals(golden.getJsonObject("reply"), reply);
      }
      get(echo.stop());
    }
  }

  private static List<JsonObject> golden() throws Exception {
    try (InputStream in = PeerClocksTest.class.getResourceAsStream("/golden/echo.json")) {
      List<JsonObject> all = new ArrayList<>();
      new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .forEach(one -> all.add((JsonObject) one));
      return all;
    }
  }

  /** A machine with other things to do may take longer than an echo is waited for. */
  private Verdict lookUntilReady() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    Verdict verdict = look();
    while (!verdict.ready() && System.nanoTime() < end) {
      verdict = look();
    }
    return verdict;
  }

  private Verdict look() throws Exception {
    return get(readiness.ask());
  }

  private static JsonObject check(Verdict verdict, String name) {
    return verdict.checks().stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double seconds() {
    return Meters.of(vertx)
        .get("rolewise.bus.clock.offset")
        .tag("service", SERVICE)
        .gauge()
        .value();
  }

  private List<String> lines() {
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
