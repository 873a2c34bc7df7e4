package dev.rolewise.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.bus.BusServer;
import dev.rolewise.runtime.log.JsonLine;
import dev.rolewise.runtime.log.PlainLine;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The trace of a request goes with it, and with nothing else. */
class TraceOnTheBusTest {
  private static final String ADDRESS = "example.v1.trace";
  private static final JsonObject NOTHING = new JsonObject();

  private final Vertx vertx = Vertx.vertx();
  private final BusClient client = BusClient.create(vertx);
  private final BusServer server = BusServer.create(vertx);

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void theServiceWritesTheTraceOfItsCallerIntoEveryLine() throws Exception {
    // also after a timer and on another thread
    server.json(
        ADDRESS,
        body ->
            vertx
                .timer(1, TimeUnit.MILLISECONDS)
                .compose(later -> vertx.executeBlocking(TraceOnTheBusTest::lines)));
    get(server.start());
    Trace trace = Trace.begin();
    JsonObject lines = get(within(trace, this::ask));
    assertEquals(trace.id(), new JsonObject(lines.getString("json")).getString("traceId"));
    assertTrue(lines.getString("plain").contains(" traceId=" + trace.id()), lines.encode());
  }

  @Test
  void twoRequestsAtOnceDoNotMixUpTheirTraces() throws Exception {
    // both have arrived long before either goes on
    server.json(ADDRESS, body -> vertx.timer(200, TimeUnit.MILLISECONDS).map(later -> lines()));
    get(server.start());
    Trace first = Trace.begin();
    Trace second = Trace.begin();
    Future<JsonObject> one = within(first, () -> ask(new JsonObject().put("number", 1)));
    Future<JsonObject> two = within(second, () -> ask(new JsonObject().put("number", 2)));
    assertTrue(get(one).getString("plain").contains(first.id()));
    assertTrue(get(two).getString("plain").contains(second.id()));
    assertFalse(get(two).getString("plain").contains(first.id()));
  }

  @Test
  void aTraceApartIsUnknownToTheService() throws Exception {
    server.json(ADDRESS, body -> Future.succeededFuture(lines()));
    get(server.start());
    JsonObject lines = get(within(Trace.apart(), this::ask));
    assertFalse(new JsonObject(lines.getString("json")).containsKey("traceId"), lines.encode());
    assertFalse(lines.getString("plain").contains("traceId"), lines.encode());
  }

  @Test
  void hintsDoNotSayWhichRequestTheyComeFrom() throws Exception {
    Promise<List<String>> heard = Promise.promise();
    get(
        vertx
            .eventBus()
            .consumer(ADDRESS, hint -> heard.complete(hint.headers().names().stream().toList()))
            .completion());
    get(
        within(
            Trace.begin(),
            () -> {
              client.publish(ADDRESS, NOTHING);
              return Future.succeededFuture();
            }));
    assertEquals(List.of(), get(heard.future()));
  }

  @Test
  void withoutAContextThereIsNoTrace() {
    CurrentTrace.set(Trace.begin());
    assertTrue(CurrentTrace.get().isEmpty());
    assertFalse(lines().getString("plain").contains("traceId"));
  }

  private Future<JsonObject> ask() {
    return ask(NOTHING);
  }

  private Future<JsonObject> ask(JsonObject body) {
    return client.json(BusRequest.to(ADDRESS, body, "request-1"));
  }

  private interface Work<T> {
    Future<T> begin();
  }

  private <T> Future<T> within(Trace trace, Work<T> work) {
    Promise<T> done = Promise.promise();
    Context request = ((ContextInternal) vertx.getOrCreateContext()).duplicate();
    request.runOnContext(
        turn -> {
          CurrentTrace.set(trace);
          work.begin().onComplete(done);
        });
    return done.future();
  }

  private static JsonObject lines() {
    LoggingEvent event =
        new LoggingEvent(
            "",
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("dev.rolewise.example"),
            Level.INFO,
            "something happened",
            null,
            null);
    return new JsonObject()
        .put("json", new JsonLine("example").doLayout(event))
        .put("plain", new PlainLine().doLayout(event));
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
