package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a process says about itself to whoever watches it. */
final class ManagementPort {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private ManagementPort() {}

  /** An answer; status 0 when there was none. */
  record Health(int status, JsonObject body) {
    boolean good() {
      return status == 200;
    }
  }

  /** Asks {@code /readyz}, {@code /livez} or {@code /startupz}. */
  static Health ask(String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(3)).build();
    try {
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      return new Health(response.statusCode(), new JsonObject(response.body()));
    } catch (IOException away) {
      return new Health(0, new JsonObject());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Health(0, new JsonObject());
    }
  }
}
