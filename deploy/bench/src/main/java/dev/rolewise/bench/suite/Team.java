package dev.rolewise.bench.suite;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A team over HTTP, as its organiser and its members' pages ask. */
public final class Team {

  private static final int MOST_TRIES = 20;
  private static final AtomicInteger SENT_AWAY = new AtomicInteger();

  private final HttpClient http;
  private final String url;
  private final String organiser;
  private final String round;
  private final String member;
  private final JsonObject instrument;

  private Team(HttpClient http, String url, int size) throws IOException, InterruptedException {
    this.http = http;
    this.url = url;
    JsonObject team =
        new JsonObject(
            post(
                "/api/v1/teams",
                null,
                null,
                new JsonObject()
                    .put("name", "Measured")
                    .put("locale", "en")
                    .put("context", new JsonObject().put("initiatives", 1))));
    organiser = team.getJsonObject("organiser").getString("token");
    JsonObject opened =
        new JsonObject(
            post(
                "/api/v1/rounds",
                organiser,
                null,
                new JsonObject().put("instrument", "role-gap-scan").put("size", size)));
    round = opened.getJsonObject("round").getString("id");
    member = opened.getJsonObject("member").getString("token");
    instrument = new JsonObject(readInstrument());
  }

  public static Team open(HttpClient http, String url, int size)
      throws IOException, InterruptedException {
    return new Team(http, url, size);
  }

  public String round() {
    return round;
  }

  public String organiser() {
    return organiser;
  }

  /** What the questions are read from: the same bytes for everybody. */
  public String readInstrument() throws IOException, InterruptedException {
    return get("/api/v1/instruments/role-gap-scan/versions/1?locale=en", null);
  }

  /** A member's whole visit: what the page reads, a ticket, a sheet. */
  public void visit(int number) throws IOException, InterruptedException {
    get("/api/v1/participation", member);
    readInstrument();
    answer(number);
  }

  /** A ticket and a sheet, and nothing else. */
  public void answer(int number) throws IOException, InterruptedException {
    String ticket = new JsonObject(post("/api/v1/tickets", member, null, null)).getString("ticket");
    post("/api/v1/sheets", ticket, UUID.randomUUID().toString(), sheet(number));
  }

  /** The organiser's end of a round: closed, and the report read. */
  public void finish() throws IOException, InterruptedException {
    post("/api/v1/rounds/" + round + "/close", organiser, null, null);
    get("/api/v1/rounds/" + round + "/report?locale=en", organiser);
  }

  /** A whole sheet; everybody thinks a little differently. */
  public JsonObject sheet(int number) {
    JsonObject answers = new JsonObject();
    JsonObject coverage = new JsonObject();
    JsonObject votes = new JsonObject();
    Set<String> areas = new HashSet<>();
    Set<String> sides = new HashSet<>();
    each(
        "sides",
        it -> {
          if (it.getInteger("minimumInitiatives") <= 1) {
            sides.add(it.getString("id"));
          }
        });
    each(
        "areas",
        it -> {
          if (sides.contains(it.getString("side"))) {
            areas.add(it.getString("id"));
            coverage.put(it.getString("id"), 1 + (number + areas.size()) % 5);
          }
        });
    each(
        "items",
        it -> {
          if (areas.contains(it.getString("area"))) {
            answers.put(it.getString("id"), (number * 7 + answers.size() * 3) % 5);
          }
        });
    each("scenarios", it -> votes.put(it.getString("id"), "none"));
    return new JsonObject()
        .put("instrument", new JsonObject().put("id", "role-gap-scan").put("version", 1))
        .put("answers", answers)
        .put("coverage", coverage)
        .put("scenarios", votes);
  }

  private void each(String field, Consumer<JsonObject> does) {
    instrument.getJsonArray(field).forEach(it -> does.accept((JsonObject) it));
  }

  private String get(String path, String token) throws IOException, InterruptedException {
    return send(request(path, token).GET().build(), 200);
  }

  private String post(String path, String token, String key, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path, token);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (body == null) {
      request.POST(HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    }
    return send(request.build(), path.endsWith("/close") ? 200 : 201);
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /**
   * Whoever is told to come back comes back, and is counted; any other refusal would make
   * everything look cheap and ends the measurement.
   */
  private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == expected) {
        return answer.body();
      }
      long again = answer.headers().firstValueAsLong("Retry-After").orElse(-1);
      if (answer.statusCode() < 500 || again < 0) {
        throw new IllegalStateException(
            request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
      }
      SENT_AWAY.incrementAndGet();
      TimeUnit.SECONDS.sleep(again);
    }
    throw new IllegalStateException(request.uri() + " was sent away again and again");
  }

  /** How often anybody was told to come back, since the beginning. */
  public static int sentAway() {
    return SENT_AWAY.get();
  }
}
