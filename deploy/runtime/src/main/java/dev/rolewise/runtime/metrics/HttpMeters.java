package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requests by method, route pattern and status. A route is what the router calls it, never the path
 * as sent; a method nobody uses is {@code other}. Refused before any route: {@code none}.
 */
final class HttpMeters implements HttpServerMetrics<HttpMeters.Exchange, Void, Boolean> {

  private static final Set<HttpMethod> KNOWN =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2_500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(20)
  };

  private final MeterRegistry registry;
  private final Map<Answer, Counter> requests = new ConcurrentHashMap<>();
  private final Map<String, Route> routes = new ConcurrentHashMap<>();
  private final LongAdder active = new LongAdder();
  private final LongAdder connections = new LongAdder();
  private final Counter resets;

  HttpMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("rolewise.http.requests.active", active, LongAdder::sum)
        .description("Requests that have no complete answer yet, live streams included")
        .register(registry);
    Gauge.builder("rolewise.http.connections", connections, LongAdder::sum)
        .description("Open connections of browsers, proxies and probes")
        .register(registry);
    resets =
        Counter.builder("rolewise.http.resets")
            .description("Requests broken off before their answer was complete")
            .register(registry);
  }

  @Override
  public Boolean connected(SocketAddress remote, String name) {
    connections.increment();
    return Boolean.TRUE;
  }

  @Override
  public void disconnected(Boolean counted, SocketAddress remote) {
    if (counted != null) {
      connections.decrement();
    }
  }

  @Override
  public Exchange requestBegin(Boolean connection, HttpRequest request) {
    active.increment();
    HttpMethod method = request.method();
    return new Exchange(KNOWN.contains(method) ? method.name() : "other");
  }

  @Override
  public void requestRouted(Exchange exchange, String route) {
    // called for every route on the way; the last one is the one that answers
    if (exchange != null && route != null) {
      exchange.route = route;
    }
  }

  @Override
  public void requestReset(Exchange exchange) {
    if (exchange != null) {
      resets.increment();
      active.decrement();
    }
  }

  @Override
  public void responseEnd(Exchange exchange, HttpResponse response, long bytesWritten) {
    if (exchange == null) {
      return;
    }
    active.decrement();
    requests
        .computeIfAbsent(
            new Answer(exchange.method, exchange.route, response.statusCode()), this::counter)
        .increment();
    Route route = routes.computeIfAbsent(exchange.route, this::route);
    route.time().record(System.nanoTime() - exchange.began, TimeUnit.NANOSECONDS);
    route.bytes().increment(Math.max(0, bytesWritten));
  }

  private Counter counter(Answer answer) {
    return Counter.builder("rolewise.http.requests")
        .description("Requests that were answered")
        .tags("method", answer.method(), "route", answer.route())
        .tag("status", Integer.toString(answer.status()))
        .register(registry);
  }

  private Route route(String pattern) {
    return new Route(
        Timer.builder("rolewise.http.request.duration")
            .description("From a request's head to the end of its answer")
            .tag("route", pattern)
            .serviceLevelObjectives(BUCKETS)
            .register(registry),
        Counter.builder("rolewise.http.response")
            .description("Bodies of answers, as sent")
            .baseUnit("bytes")
            .tag("route", pattern)
            .register(registry));
  }

  /** One request and what is known about it so far; belongs to its connection's event loop. */
  static final class Exchange {
    private final String method;
    private final long began = System.nanoTime();
    private String route = "none";

    private Exchange(String method) {
      this.method = method;
    }
  }

  private record Answer(String method, String route, int status) {}

  private record Route(Timer time, Counter bytes) {}
}
