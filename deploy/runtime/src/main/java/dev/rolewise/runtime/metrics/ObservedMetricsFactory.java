package dev.rolewise.runtime.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.UUID;

/** Gives a Vert.x a registry of its own, with the meters that every process has. */
final class ObservedMetricsFactory implements VertxMetricsFactory {

  @Override
  public VertxMetrics metrics(VertxOptions options) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().meterFilter(new ClosedLabels()).meterFilter(ClosedLabels.usefulOnly());
    MicrometerMetricsOptions ours =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            // the library keeps registries by name in a map of the whole process
            .setRegistryName(UUID.randomUUID().toString())
            .setLabels(
                EnumSet.of(Label.POOL_TYPE, Label.POOL_NAME, Label.EB_ADDRESS, Label.EB_SIDE));
    VertxMetrics library =
        new MicrometerMetricsFactory(registry).metrics(new VertxOptions().setMetricsOptions(ours));
    return new ObservedMetrics(registry, library, ProcessMeters.bind(registry));
  }
}
