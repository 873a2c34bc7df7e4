package dev.rolewise.local.demo;

import dev.rolewise.runtime.fault.StartFault;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The public HTTP operations as the demo uses them; blocks. */
final class HttpApi {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI suite;

  HttpApi(URI suite) {
    this.suite = suite;
  }

  /** Whether a read succeeds with this right. */
  boolean answers(String path, String token) {
    return send(request(path, token).GET()).statusCode() == 200;
  }

  JsonObject get(String path, String token) {
    return read(path, send(request(path, token).GET()));
  }

  JsonObject post(String path, String token, JsonObject body) {
    return read(path, send(withBody(request(path, token), body)));
  }

  /** Closes, reopens and the like: no body either way. */
  void post(String path, String token) {
    read(path, send(request(path, token).POST(HttpRequest.BodyPublishers.noBody())));
  }

  JsonObject submit(String ticket, String key, JsonObject sheet) {
    String path = "/sheets";
    return read(path, send(withBody(request(path, ticket), sheet).header("Idempotency-Key", key)));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(suite + "/api/v1" + path))
            .timeout(Duration.ofSeconds(20));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder withBody(HttpRequest.Builder request, JsonObject body) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw StartFault.because("The demo could not reach the suite", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StartFault("The demo was interrupted.");
    }
  }

  private static JsonObject read(String path, HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new StartFault(
          "The demo could not be filled: "
              + path
              + " answered "
              + response.statusCode()
              + " "
              + response.body());
    }
    return response.body().isEmpty() ? new JsonObject() : new JsonObject(response.body());
  }
}
