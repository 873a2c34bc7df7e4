package dev.rolewise.gateway.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentPublished;
import dev.rolewise.gateway.contract.HttpAnswer;
import dev.rolewise.gateway.contract.RunningGateway;
import dev.rolewise.runtime.bus.BusFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public documents come from memory until something else is published. */
class WarmReadsTest {
  private static final String LONG = "words ".repeat(500);

  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start();
    gateway.services().reply(ContentAddress.GLOSSARY_GET, terms("first"), "nl");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void aWarmReadSendsNoMessage() {
    HttpAnswer cold = get("/glossary?locale=nl", Map.of());
    assertEquals(1, asked());
    for (int i = 0; i < 20; i++) {
      HttpAnswer warm = get("/glossary?locale=nl", Map.of());
      assertEquals(cold.text(), warm.text());
      assertEquals(cold.header("etag"), warm.header("etag"));
    }
    assertEquals(1, asked());
    get("/glossary", Map.of("Accept-Language", "nl"));
    assertEquals(1, asked());
    get("/glossary?locale=en", Map.of());
    assertEquals(2, asked());
  }

  /** Which languages there are is for the content to say: what is wished for is asked in turn. */
  @Test
  void theFirstLanguageWishedForThatThereIsIsTheAnswer() {
    Map<String, String> wish = Map.of("Accept-Language", "fr-CA, nl;q=0.5, en;q=0.1");
    HttpAnswer dutch = get("/glossary", wish);
    assertEquals("nl", dutch.header("content-language"));
    assertEquals(List.of("fr", "nl"), locales());
    assertEquals("nl", get("/glossary", wish).header("content-language"));
    assertEquals(2, asked(), "both are known by now");

    gateway.services().reply(ContentAddress.GUIDE_LIST, terms("premier"), "fr");
    gateway.services().forget();
    assertEquals("fr", get("/guides", wish).header("content-language"));
    assertEquals(List.of("fr"), locales());
    // who names one in the address gets it, or what there is instead of it
    gateway.services().forget();
    assertEquals("nl", get("/glossary?locale=de", wish).header("content-language"));
    assertEquals(List.of("de"), locales());
  }

  private List<String> locales() {
    return gateway.services().asked().stream()
        .map(asked -> asked.body().getString("locale"))
        .toList();
  }

  @Test
  void readersWhoComeTogetherShareOneMessage() {
    Promise<JsonObject> slow = Promise.promise();
    gateway.services().decide(ContentAddress.GUIDE_LIST, body -> slow.future());
    HttpClient client = gateway.vertx().createHttpClient();
    List<Future<Integer>> readers =
        IntStream.range(0, 10)
            .mapToObj(
                reader ->
                    client
                        .request(HttpMethod.GET, gateway.port(), "127.0.0.1", "/api/v1/guides")
                        .compose(request -> request.send())
                        .map(HttpClientResponse::statusCode))
            .toList();
    get("/roles/nobody", Map.of());
    slow.complete(new JsonObject().put("items", List.of()));
    RunningGateway.await(Future.all(readers));
    assertTrue(readers.stream().allMatch(it -> it.result() == 200));
    assertEquals(
        1,
        gateway.services().asked().stream()
            .filter(it -> it.address().equals(ContentAddress.GUIDE_LIST))
            .count());
    RunningGateway.await(client.close());
  }

  @Test
  void whoeverHasItHears304() {
    HttpAnswer first = get("/glossary?locale=nl", Map.of());
    String tag = first.header("etag");
    assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      HttpAnswer again = get("/glossary?locale=nl", Map.of("If-None-Match", known));
      gateway.check("getGlossary", again);
      assertEquals(304, again.status(), known);
      assertEquals("", again.text());
      assertEquals(tag, again.header("etag"));
    }
    assertEquals(200, get("/glossary?locale=nl", Map.of("If-None-Match", "\"other\"")).status());
  }

  @Test
  void headSaysAllButTheBody() {
    HttpAnswer get = get("/glossary?locale=nl", Map.of());
    HttpAnswer head = gateway.ask(HttpMethod.HEAD, "/glossary?locale=nl", Map.of(), null);
    assertEquals(200, head.status());
    assertEquals("", head.text());
    for (String name : List.of("etag", "content-type", "content-length", "content-language")) {
      assertEquals(get.header(name), head.header(name), name);
    }
  }

  @Test
  void browsersGetTheCompressedForm() throws IOException {
    HttpAnswer plain = get("/glossary?locale=nl", Map.of());
    HttpClient client = gateway.vertx().createHttpClient();
    Buffer body =
        RunningGateway.await(
            client
                .request(HttpMethod.GET, gateway.port(), "127.0.0.1", "/api/v1/glossary?locale=nl")
                .compose(request -> request.putHeader("Accept-Encoding", "br, gzip;q=0.8").send())
                .compose(
                    response -> {
                      assertEquals("gzip", response.getHeader("content-encoding"));
                      assertEquals("Accept-Encoding, Accept-Language", response.getHeader("vary"));
                      assertNotEquals(plain.header("etag"), response.getHeader("etag"));
                      return response.body();
                    }));
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      assertEquals(plain.text(), new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertNull(
        get("/glossary?locale=nl", Map.of("Accept-Encoding", "gzip;q=0"))
            .header("content-encoding"));
    RunningGateway.await(client.close());
  }

  @Test
  void aPublicationIsSeenAtOnce() {
    HttpAnswer before = get("/glossary?locale=nl", Map.of());
    gateway.services().reply(ContentAddress.GLOSSARY_GET, terms("second"), "nl");
    assertEquals(before.text(), get("/glossary?locale=nl", Map.of()).text());
    gateway
        .vertx()
        .eventBus()
        .publish(
            ContentAddress.PUBLISHED,
            new ContentPublished("rolewise-core", 2, "a".repeat(64)).toJson());
    long patience = System.nanoTime() + 100_000_000;
    HttpAnswer after = get("/glossary?locale=nl", Map.of());
    while (after.text().equals(before.text()) && System.nanoTime() < patience) {
      after = get("/glossary?locale=nl", Map.of());
    }
    assertEquals("second", term(after));
    assertNotEquals(before.header("etag"), after.header("etag"));
  }

  @Test
  void whatWasFetchedBeforeAPublicationIsNotKept() {
    AtomicInteger calls = new AtomicInteger();
    Promise<JsonObject> slow = Promise.promise();
    gateway
        .services()
        .decide(
            ContentAddress.GLOSSARY_GET,
            body ->
                calls.getAndIncrement() == 0
                    ? slow.future()
                    : Future.succeededFuture(terms("second")));
    HttpClient client = gateway.vertx().createHttpClient();
    Future<Integer> early =
        client
            .request(HttpMethod.GET, gateway.port(), "127.0.0.1", "/api/v1/glossary")
            .compose(request -> request.send())
            .map(HttpClientResponse::statusCode);
    get("/roles/nobody", Map.of());
    gateway
        .vertx()
        .eventBus()
        .publish(
            ContentAddress.PUBLISHED,
            new ContentPublished("rolewise-core", 2, "a".repeat(64)).toJson());
    get("/roles/nobody", Map.of());
    slow.complete(terms("first"));
    assertEquals(200, RunningGateway.await(early));
    assertEquals("second", term(get("/glossary", Map.of())));
    RunningGateway.await(client.close());
  }

  @Test
  void theSameSearchIsAskedOnceHoweverItIsTyped() {
    gateway.services().reply(ContentAddress.SEARCH, hits("first"), "nl");
    HttpAnswer cold = get("/search?locale=nl&q=plan+maken", Map.of());
    gateway.check("search", cold);
    assertEquals(1, asked());
    for (String typed : List.of("plan%20maken", "PLAN+Maken", "++plan%09maken+")) {
      HttpAnswer warm = get("/search?locale=nl&q=" + typed, Map.of());
      assertEquals(cold.header("etag"), warm.header("etag"));
      assertEquals("public, max-age=60", warm.header("cache-control"));
    }
    String tag = cold.header("etag");
    assertEquals(304, get("/search?locale=nl&q=plan+maken", Map.of("If-None-Match", tag)).status());
    assertEquals(1, asked());
    gateway.services().reply(ContentAddress.SEARCH, hits("second"), "nl");
    gateway
        .vertx()
        .eventBus()
        .publish(
            ContentAddress.PUBLISHED,
            new ContentPublished("rolewise-core", 2, "a".repeat(64)).toJson());
    get("/roles/nobody", Map.of());
    assertNotEquals(tag, get("/search?locale=nl&q=plan+maken", Map.of()).header("etag"));
  }

  @Test
  void searchesPushNoDocumentOut() {
    gateway.services().reply(ContentAddress.SEARCH, hits("any"), "nl");
    get("/glossary?locale=nl", Map.of());
    for (int i = 0; i < 1_100; i++) {
      get("/search?locale=nl&q=word" + i, Map.of());
    }
    gateway.services().forget();
    get("/glossary?locale=nl", Map.of());
    assertEquals(0, asked());
    // and are forgotten themselves
    get("/search?locale=nl&q=word0", Map.of());
    assertEquals(1, asked());
  }

  @Test
  void aFailureIsNotKept() {
    gateway.services().refuse(ContentAddress.GLOSSARY_GET, BusFailure.unavailable());
    HttpAnswer away = get("/glossary", Map.of());
    gateway.check("getGlossary", away);
    assertEquals(503, away.status());
    assertNull(away.header("etag"));
    assertEquals("no-store", away.header("cache-control"));
    assertTrue(Integer.parseInt(away.header("retry-after")) > 0);
    gateway.services().reply(ContentAddress.GLOSSARY_GET, terms("first"));
    assertEquals(200, get("/glossary", Map.of()).status());
  }

  private HttpAnswer get(String path, Map<String, String> headers) {
    return gateway.ask(HttpMethod.GET, path, headers, null);
  }

  private int asked() {
    return gateway.services().asked().size();
  }

  private static String term(HttpAnswer answer) {
    return answer.json().getJsonArray("terms").getJsonObject(0).getString("term");
  }

  private static JsonObject hits(String query) {
    return new JsonObject().put("query", query).put("items", List.of()).put("notFound", List.of());
  }

  private static JsonObject terms(String term) {
    return new JsonObject()
        .put(
            "terms",
            List.of(
                new JsonObject()
                    .put("id", "product")
                    .put("term", term)
                    .put("definition", LONG)
                    .putNull("example")
                    .put("roles", List.of())));
  }
}
