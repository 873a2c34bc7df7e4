package dev.rolewise.runtime.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.metrics.ClientMetrics;
import io.vertx.core.spi.metrics.EventBusMetrics;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.PoolMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What Vert.x reports to: the library for pools and the event bus, our own meters for HTTP and SQL,
 * which label by route pattern and statement name alone. Clients and sockets are left out; their
 * labels would be addresses.
 */
final class ObservedMetrics implements VertxMetrics {

  private static final Set<String> POOLS = Set.of("worker", "sql");

  private final PrometheusMeterRegistry registry;
  private final VertxMetrics library;
  private final AutoCloseable process;
  private final HttpMeters http;
  private final StatementMeters statements;
  private final Map<String, AtomicLong> levels = new ConcurrentHashMap<>();

  ObservedMetrics(PrometheusMeterRegistry registry, VertxMetrics library, AutoCloseable process) {
    this.registry = registry;
    this.library = library;
    this.process = process;
    this.http = new HttpMeters(registry);
    this.statements = new StatementMeters(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  AtomicLong level(String name, String description, Tags tags) {
    return levels.computeIfAbsent(
        name + tags,
        first -> {
          AtomicLong level = new AtomicLong();
          Gauge.builder(name, level, AtomicLong::get)
              .description(description)
              .tags(tags)
              .register(registry);
          return level;
        });
  }

  @Override
  public EventBusMetrics<?> createEventBusMetrics() {
    return library.createEventBusMetrics();
  }

  @Override
  public PoolMetrics<?, ?> createPoolMetrics(String type, String name, int maxSize) {
    return POOLS.contains(type) ? library.createPoolMetrics(type, name, maxSize) : null;
  }

  @Override
  public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(
      HttpServerOptions options, SocketAddress address) {
    return http;
  }

  @Override
  public ClientMetrics<?, ?, ?> createClientMetrics(
      SocketAddress server, String type, String namespace) {
    return type.equals("sql") ? statements : null;
  }

  @Override
  public boolean isMetricsEnabled() {
    return true;
  }

  @Override
  public void close() {
    library.close();
    try {
      process.close();
    } catch (Exception alreadyClosed) {
      // the listeners are gone, which is all that closing is for
    }
    registry.close();
  }
}
