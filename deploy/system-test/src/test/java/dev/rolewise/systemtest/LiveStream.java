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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The organiser's live stream, read line by line as a browser reads it. */
final class LiveStream implements AutoCloseable {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final InputStream source;
  private final Thread reader;
  private final StringBuilder text = new StringBuilder();
  private final List<String> turnouts = new ArrayList<>();
  private int latest = -1;

  private LiveStream(InputStream source) {
    this.source = source;
    this.reader = new Thread(this::read, "live-stream");
    this.reader.setDaemon(true);
  }

  static LiveStream open(String url, String round, String token)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/rounds/" + round + "/live"))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError("The live stream answered " + response.statusCode());
    }
    LiveStream stream = new LiveStream(response.body());
    stream.reader.start();
    return stream;
  }

  /**
   * Waits until the stream has told a turnout of at least n; turnouts in between may be left out.
   */
  synchronized void awaitTurnout(int n) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (latest < n) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("No turnout of " + n + " on the stream:\n" + text);
      }
      wait(left);
    }
  }

  void awaitText(String part) throws InterruptedException {
    awaitCount(part, 1);
  }

  /** Waits until the stream has said something so many times. */
  synchronized void awaitCount(String part, int times) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (count(part) < times) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("Not " + times + " times " + part + " on the stream:\n" + text);
      }
      wait(left);
    }
  }

  synchronized int count(String part) {
    return text.toString().split(Pattern.quote(part), -1).length - 1;
  }

  synchronized String text() {
    return text.toString();
  }

  synchronized List<String> turnouts() {
    return List.copyOf(turnouts);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8))) {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        }
        take(event, line);
      }
    } catch (IOException closed) {
      // the test closed the stream, or the suite did: what was read stands
    }
  }

  private synchronized void take(String event, String line) {
    text.append(line).append('\n');
    if (line.startsWith("data:") && event.equals("turnout")) {
      JsonObject data = new JsonObject(line.substring(5).strip());
      latest = data.getInteger("n");
      turnouts.add(data.encode());
    }
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
