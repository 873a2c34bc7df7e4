package dev.rolewise.systemtest;

import dev.rolewise.systemtest.ServiceUnderTest.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What a process has been given to do by others, as its own figures tell: to be ready is one thing,
 * to be asked another.
 */
final class Work {
  private static final long LOOK_MILLIS = 100;

  /** A gateway counts tickets and sheets; a service what came over the bus from other processes. */
  private static final Map<Kind, String> SERIES =
      Map.of(
          Kind.GATEWAY, "rolewise_http_requests_total{method=\"POST\",route=\"/api/v1/",
          Kind.ASSESSMENT, "vertx_eventbus_bytes_read_count{address=\"assessment.v1.",
          Kind.CONTENT,
              "vertx_eventbus_bytes_read_count{address=\"runtime.v1.echo.content-service\"");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Work() {}

  /** How much it has done by now; 0 when it does not tell. */
  static double of(ServiceUnderTest service) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.managementUrl() + "/metrics"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(SERIES.get(service.kind())))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException away) {
      return 0;
    }
  }

  /** Waits until it does something. */
  static void awaitMore(ServiceUnderTest service, Duration patience) throws InterruptedException {
    double before = of(service);
    Instant end = Instant.now().plus(patience);
    while (of(service) <= before) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            service.kind() + " was given nothing to do within " + patience + "\n" + service.log());
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }
}
