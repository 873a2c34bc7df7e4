package dev.rolewise.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.bus.BusEcho;
import dev.rolewise.runtime.bus.OwnEcho;
import dev.rolewise.runtime.health.Liveness;
import dev.rolewise.runtime.health.ManagementServer;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.Pool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a measured Vert.x tells on the management port, and what it never tells. */
@ExtendWith(PostgresDatabase.class)
class ExpositionTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx = ObservedVertx.create();
  private final Readiness readiness = Readiness.create();

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void requestsCountByPatternAndStatusNeverByPath() throws Exception {
    String secret = UUID.randomUUID().toString();
    Router router = Router.router(vertx);
    router.route("/api/*").handler(ctx -> ctx.next());
    router.get("/api/rounds/:id").handler(ctx -> ctx.response().setStatusCode(202).end("12345"));
    HttpServer server = get(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    String url = "http://127.0.0.1:" + server.actualPort();
    assertEquals(202, ask("GET", url + "/api/rounds/" + secret + "?token=" + secret).statusCode());
    assertEquals(404, ask("GET", url + "/api/" + secret).statusCode());
    assertEquals(404, ask("GET", url + "/" + secret).statusCode());
    assertEquals(405, ask("X" + secret.replace("-", ""), url + "/api/rounds/a").statusCode());

    String text = scrape();
    assertCounted(
        1,
        "rolewise_http_requests_total{method=\"GET\",route=\"/api/rounds/:id\",status=\"202\"}",
        text);
    assertCounted(
        1, "rolewise_http_requests_total{method=\"GET\",route=\"/api/\",status=\"404\"}", text);
    assertCounted(
        1, "rolewise_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"}", text);
    assertCounted(
        1, "rolewise_http_requests_total{method=\"other\",route=\"/api/\",status=\"405\"}", text);
    assertCounted(
        1, "rolewise_http_request_duration_seconds_count{route=\"/api/rounds/:id\"}", text);
    assertCounted(5, "rolewise_http_response_bytes_total{route=\"/api/rounds/:id\"}", text);
    assertFalse(text.contains(secret), text);
    assertFalse(text.contains("127.0.0.1"), text);
  }

  @Test
  void statementsCountByTheNameTheyBeginWith(TestDatabase database) throws Exception {
    Pool pool = PostgresPool.create(vertx, database.settings("example"));
    get(pool.query("/* example.one */ select 1").execute());
    get(pool.query("/* example.one */ select 1").execute());
    get(
        pool.query("/* example.broken */ select from nowhere where x = 'secret'")
            .execute()
            .otherwiseEmpty());
    get(pool.query("select 'a secret without a name'").execute());

    String text = scrape();
    assertCounted(2, "rolewise_statement_duration_seconds_count{statement=\"example.one\"}", text);
    assertCounted(0, "rolewise_statement_failures_total{statement=\"example.one\"}", text);
    assertCounted(1, "rolewise_statement_failures_total{statement=\"example.broken\"}", text);
    assertCounted(1, "rolewise_statement_duration_seconds_count{statement=\"unnamed\"}", text);
    assertTrue(
        text.contains("vertx_pool_in_use{pool_name=\"postgres-example\",pool_type=\"sql\"}"), text);
    assertFalse(text.contains("secret"), text);
  }

  @Test
  void addressesThatAProcessMadeUpForItselfCountWithoutTheirRandomPart() throws Exception {
    BusEcho.checkOwn(readiness, OwnEcho.of(vertx));
    assertTrue(get(readiness.ask()).checks().encode().contains("\"up\":true"));

    String text = scrape();
    assertCounted(0, "vertx_eventbus_handlers{address=\"runtime.v1.echo\"}", text);
    assertFalse(text.contains("runtime.v1.echo."), text);
  }

  @Test
  void theProcessAndItsVersionAreThereOnce() throws Exception {
    String text = scrape();
    assertTrue(
        text.lines()
            .anyMatch(
                line ->
                    line.matches(
                        "rolewise_build_info\\{java=\"\\d+\",version=\"1\\..*\"} 1(\\.0)?")),
        text);
    for (String name :
        new String[] {
          "process_start_time_seconds",
          "process_cpu_seconds_total",
          "process_open_fds",
          "jvm_memory_used_bytes"
        }) {
      assertEquals(
          1, text.lines().filter(line -> line.startsWith("# TYPE " + name + " ")).count(), text);
    }
    assertEquals(
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(0, line.lastIndexOf(' ')))
            .distinct()
            .count(),
        text.lines().filter(line -> !line.startsWith("#")).count(),
        "a series twice");
  }

  @Test
  void aVertxThatIsNotMeasuredCountsNothingAndNobodyNotices() throws Exception {
    Vertx plain = Vertx.vertx();
    try {
      Meters.of(plain).counter("rolewise.anything").increment();
      assertEquals("", get(Exposition.text(plain)));
    } finally {
      get(plain.close());
    }
  }

  private String scrape() throws Exception {
    ManagementServer server =
        get(ManagementServer.start(vertx, "127.0.0.1", 0, readiness, new Liveness()));
    HttpResponse<String> answer = ask("GET", "http://127.0.0.1:" + server.port() + "/metrics");
    assertEquals(200, answer.statusCode());
    assertEquals(
        "text/plain; version=0.0.4; charset=utf-8",
        answer.headers().firstValue("content-type").orElse(""));
    return answer.body();
  }

  private static void assertCounted(int expected, String series, String text) {
    assertTrue(
        text.lines()
            .filter(line -> line.startsWith(series + " "))
            .anyMatch(line -> Double.parseDouble(line.substring(series.length())) == expected),
        () -> series + " is not " + expected + ":\n" + text);
  }

  private HttpResponse<String> ask(String method, String url) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
