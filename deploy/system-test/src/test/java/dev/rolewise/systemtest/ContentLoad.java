package dev.rolewise.systemtest;

import dev.rolewise.systemtest.LoadGenerator.Failure;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * People whose requests take content-service: they look for what nobody has looked for before, so
 * that no gateway has the answer, and now and then one opens a round, whose instrument is fetched.
 * Nobody asks twice: any answer but the good one has failed.
 */
final class ContentLoad implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long SEARCH_MILLIS = 250;
  private static final long ROUND_MILLIS = 2_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService people = Executors.newScheduledThreadPool(2);
  private final Supplier<String> gateway;
  private final AtomicInteger searches = new AtomicInteger();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();

  private ContentLoad(Supplier<String> gateway) {
    this.gateway = gateway;
  }

  /**
   * Starts asking.
   *
   * @param gateway where the next request goes
   */
  static ContentLoad start(Supplier<String> gateway) {
    ContentLoad load = new ContentLoad(gateway);
    load.people.scheduleAtFixedRate(load::search, 0, SEARCH_MILLIS, TimeUnit.MILLISECONDS);
    load.people.scheduleAtFixedRate(load::openRound, 0, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    return load;
  }

  /** Lets nobody else begin, waits for the last answer, and says how much was asked. */
  ContentLoad finish() throws InterruptedException {
    people.shutdown();
    if (!people.awaitTermination(4 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("a request for content does not end");
    }
    System.out.printf(
        "beside it: %d searches and %d rounds opened, %d of %d requests failed%n",
        searches.get(), rounds.get(), failures.size(), requests.get());
    return this;
  }

  int requests() {
    return requests.get();
  }

  List<Failure> failures() {
    return List.copyOf(failures);
  }

  /** How many searches have found, and rounds are open. */
  int done() {
    return searches.get() + rounds.get();
  }

  private void search() {
    ask(
        "/api/v1/search?q=planning+" + requests.get(),
        200,
        null,
        null,
        found -> searches.incrementAndGet());
  }

  private void openRound() {
    JsonObject team =
        new JsonObject()
            .put("name", "Opened meanwhile")
            .put("locale", "en")
            .put("context", new JsonObject().put("initiatives", 1));
    JsonObject round = new JsonObject().put("size", 4).put("instrument", "role-gap-scan");
    ask(
        "/api/v1/teams",
        201,
        null,
        team,
        created ->
            ask(
                "/api/v1/rounds",
                201,
                created.getJsonObject("organiser").getString("token"),
                round,
                opened -> rounds.incrementAndGet()));
  }

  private interface Next {
    void with(JsonObject answer);
  }

  private void ask(String path, int expected, String token, JsonObject body, Next next) {
    String to = gateway.get();
    requests.incrementAndGet();
    JsonObject answer;
    try {
      HttpResponse<String> response =
          http.send(request(to + path, token, body), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        fail(to, path, response.statusCode() + " " + response.body());
        return;
      }
      answer = new JsonObject(response.body());
    } catch (IOException | RuntimeException broken) {
      fail(to, path, broken.toString());
      return;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return;
    }
    next.with(answer);
  }

  private void fail(String to, String path, String how) {
    failures.add(new Failure(Instant.now(), to, path, how));
  }

  private static HttpRequest request(String url, String token, JsonObject body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    }
    return request.build();
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
