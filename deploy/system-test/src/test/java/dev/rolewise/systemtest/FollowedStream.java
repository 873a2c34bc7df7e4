package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An organiser's page that stays open: when its live stream ends it comes back after the time that
 * the stream asked for, to whichever gateway is ready.
 */
final class FollowedStream implements AutoCloseable {
  private static final long USUAL_RETURN_MILLIS = 1_000;

  private final Supplier<String> gateway;
  private final Organiser round;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<Double> gaps = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread reader = new Thread(this::follow, "followed-stream");
  private volatile int turnout = -1;
  private volatile InputStream open;
  private long returnMillis = USUAL_RETURN_MILLIS;
  private Instant ended;

  private FollowedStream(Supplier<String> gateway, Organiser round) {
    this.gateway = gateway;
    this.round = round;
  }

  static FollowedStream open(Supplier<String> gateway, Organiser round) {
    FollowedStream stream = new FollowedStream(gateway, round);
    stream.reader.setDaemon(true);
    stream.reader.start();
    return stream;
  }

  /** Seconds from every end of the stream to the next turnout that it told. */
  List<Double> gaps() {
    return List.copyOf(gaps);
  }

  /** The last turnout it has told; -1 before the first. */
  int turnout() {
    return turnout;
  }

  void awaitTurnout(int least, Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    while (turnout < least) {
      if (Instant.now().isAfter(end) || closed.await(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the stream told " + turnout + " and not " + least);
      }
    }
  }

  private void follow() {
    try {
      while (closed.getCount() > 0) {
        read();
        if (ended == null) {
          ended = Instant.now();
        }
        closed.await(returnMillis, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(gateway.get() + "/api/v1/rounds/" + round.round() + "/live"))
            .header("Authorization", "Bearer " + round.token())
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      open = response.body();
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line);
        }
      }
    } catch (IOException broken) {
      // an end like any other: the page comes back
    }
  }

  private void take(String line) {
    if (line.startsWith("retry:")) {
      returnMillis = Long.parseLong(line.substring("retry:".length()).strip());
    } else if (line.startsWith("data:") && line.contains("\"n\":")) {
      if (ended != null) {
        gaps.add(Figures.seconds(ended, Instant.now()));
        ended = null;
      }
      turnout = new JsonObject(line.substring("data:".length()).strip()).getInteger("n");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    reader.interrupt();
    InputStream last = open;
    if (last != null) {
      try {
        last.close();
      } catch (IOException alreadyGone) {
        // it is closed, which is what was wanted
      }
    }
  }
}
