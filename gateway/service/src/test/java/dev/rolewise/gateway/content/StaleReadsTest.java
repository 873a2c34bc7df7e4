package dev.rolewise.gateway.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is shown of public documents while the service that has them is away. */
class StaleReadsTest {
  private static final String ADDRESS = "content.v1.glossary.get";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private Vertx vertx;
  private BusServer content;
  private DocumentReads reads;
  private HttpServer gateway;
  private volatile Future<String> says = Future.succeededFuture("first");

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    content = BusServer.create(vertx).document(ADDRESS, body -> answer());
    get(content.start());
    reads = new DocumentReads(BusClient.create(vertx), now::get);
    Router router = Router.router(vertx);
    router
        .get("/")
        .handler(context -> reads.answer(context, ADDRESS, new JsonObject(), "test"))
        .failureHandler(
            context ->
                context
                    .response()
                    .setStatusCode(((BusFailure) context.failure()).status())
                    .end("none"));
    router
        .get("/published")
        .handler(
            context -> {
              reads.forget();
              context.response().end();
            });
    gateway = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void stop() throws Exception {
    get(vertx.close());
  }

  @Test
  void whatWasReplacedIsShownWithItsAgeWhileItsSuccessorCannotBeRead() throws Exception {
    assertEquals("first", read(false).body());
    pass(Duration.ofSeconds(30));
    says = Future.failedFuture(BusFailure.unavailable());
    published();
    HttpResponse<String> stale = read(true);
    assertEquals("first", stale.body());
    assertEquals("30", header(stale, "age"));
    assertEquals("rolewise; hit; ttl=-30", header(stale, "cache-status"));
    assertEquals("public, max-age=5", header(stale, "cache-control"));
    says = Future.succeededFuture("second");
    pass(Duration.ofSeconds(2));
    assertEquals("second", read(false).body());
  }

  @Test
  void withoutAnybodyToAskAnOldDocumentIsMarkedAfterAMinute() throws Exception {
    assertEquals("first", read(false).body());
    get(content.stop());
    pass(Duration.ofSeconds(59));
    read(false);
    pass(Duration.ofSeconds(1));
    // the first one after a minute is not kept waiting for what the look finds
    assertEquals("first", ask().body());
    assertEquals("first", awaitStale(true).body());
    pass(Duration.ofSeconds(10));
    assertEquals("70", header(read(true), "age"));
    says = Future.succeededFuture("second");
    content = BusServer.create(vertx).document(ADDRESS, body -> answer());
    get(content.start());
    pass(Duration.ofSeconds(2));
    read(true);
    assertEquals("second", awaitStale(false).body());
  }

  @Test
  void aReaderWhoKeepsAMarkedAnswerIsToldWhenItIsRightAgain() throws Exception {
    String tag = header(read(false), "etag");
    says = Future.failedFuture(BusFailure.unavailable());
    published();
    pass(Duration.ofSeconds(7));
    HttpResponse<String> stale = ask("/", "If-None-Match", tag);
    assertEquals(304, stale.statusCode());
    assertEquals("7", header(stale, "age"));
    assertEquals("rolewise; hit; ttl=-7", header(stale, "cache-status"));
    says = Future.succeededFuture("first");
    pass(Duration.ofSeconds(2));
    HttpResponse<String> right = ask("/", "If-None-Match", tag);
    assertEquals(304, right.statusCode());
    assertEquals("0", header(right, "age"));
    assertEquals("rolewise; hit", header(right, "cache-status"));
    assertEquals("public, max-age=60", header(right, "cache-control"));
  }

  @Test
  void whoeverIsAwayIsAskedOnlyNowAndThen() throws Exception {
    read(false);
    says = Future.failedFuture(BusFailure.unavailable());
    published();
    read(true);
    int before = asked.get();
    for (int reader = 0; reader < 20; reader++) {
      read(true);
    }
    assertEquals(before, asked.get());
    pass(Duration.ofSeconds(2));
    read(true);
    assertEquals(before + 1, asked.get());
  }

  @Test
  void whatNoLongerExistsIsNotShown() throws Exception {
    read(false);
    says = Future.failedFuture(BusFailure.notFound());
    published();
    assertEquals(404, ask().statusCode());
    says = Future.failedFuture(BusFailure.unavailable());
    assertEquals(503, ask().statusCode());
  }

  private Future<BusDocument> answer() {
    asked.incrementAndGet();
    return says.map(text -> new BusDocument(Buffer.buffer(text), Map.of("language", "nl")));
  }

  /** As the hint would, on the event loop that the reads belong to. */
  private void published() throws Exception {
    assertEquals(200, ask("/published").statusCode());
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private HttpResponse<String> read(boolean stale) throws Exception {
    HttpResponse<String> answer = ask();
    assertEquals(200, answer.statusCode());
    assertEquals(stale, isStale(answer), answer.headers().toString());
    if (!stale) {
      assertNull(header(answer, "age"));
      assertEquals("public, max-age=60", header(answer, "cache-control"));
    }
    return answer;
  }

  private HttpResponse<String> awaitStale(boolean stale) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    HttpResponse<String> answer = ask();
    while (isStale(answer) != stale) {
      assertTrue(System.nanoTime() < end, "still " + answer.headers());
      answer = ask();
    }
    return answer;
  }

  private static boolean isStale(HttpResponse<String> answer) {
    return answer.headers().firstValue("cache-status").isPresent();
  }

  private HttpResponse<String> ask() throws Exception {
    return ask("/");
  }

  private HttpResponse<String> ask(String path, String... headers) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + gateway.actualPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
