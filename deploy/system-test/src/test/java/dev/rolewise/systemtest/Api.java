package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The public HTTP operations, spoken as any client would, with everything that came back kept for a
 * later look.
 */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String url;
  private final List<Answer> transcript = new CopyOnWriteArrayList<>();

  Api(String url) {
    this.url = url;
  }

  /** One answer of the suite: status, media type, body text. */
  record Answer(
      String request,
      int status,
      String mediaType,
      String body,
      Map<String, List<String>> headers) {
    JsonObject json() {
      return new JsonObject(body);
    }

    Answer expect(int expected) {
      if (status != expected) {
        throw new AssertionError(
            request + " answered " + status + " instead of " + expected + ": " + body);
      }
      return this;
    }
  }

  List<Answer> transcript() {
    return List.copyOf(transcript);
  }

  Answer get(String path, String token) {
    return send("GET", path, token, null, Map.of());
  }

  /**
   * A file, as a page gets one: again, a few times, when told to come back. The first of a process
   * is made with classes that nobody has loaded yet, and on a busy machine that outlasts a request.
   */
  Answer file(String path, String token) {
    Answer answer = get(path, token);
    for (int again = 0; again < 5 && answer.status() == 503; again++) {
      answer = get(path, token);
    }
    return answer.expect(200);
  }

  Answer get(String path) {
    return get(path, null);
  }

  Answer post(String path, String token, JsonObject body) {
    return send("POST", path, token, body, Map.of());
  }

  Answer patch(String path, String token, JsonObject body) {
    return send("PATCH", path, token, body, Map.of());
  }

  Answer delete(String path, String token) {
    return send("DELETE", path, token, null, Map.of());
  }

  Answer submit(String ticket, String key, JsonObject sheet) {
    return send("POST", "/api/v1/sheets", ticket, sheet, Map.of("Idempotency-Key", key));
  }

  Answer send(
      String method, String path, String token, JsonObject body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json, */*");
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body.encode()));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Answer answer =
          new Answer(
              method + " " + path,
              response.statusCode(),
              response.headers().firstValue("content-type").orElse(""),
              response.body(),
              response.headers().map());
      transcript.add(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether a read succeeds at all; failures to connect count as no. */
  boolean answers(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(2)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
