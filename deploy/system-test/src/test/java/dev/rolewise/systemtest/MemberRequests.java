package dev.rolewise.systemtest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What members send, on connections that many of them share. */
final class MemberRequests {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /**
   * Sends once.
   *
   * @param to the gateway
   * @param key of a sheet; null like the body for a ticket
   */
  HttpResponse<String> send(String to, String path, String token, String key, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(to + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token);
    if (body == null) {
      request.POST(HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .header("Idempotency-Key", key)
          .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
