package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.Migrations;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What makes a program out of a service's parts; the launcher and the local suite run the same one.
 *
 * @param <C> the service's own immutable settings
 * @param name of the service, in logs and on the command line
 * @param settings reads the service's settings; must not call {@link SettingsReader#finish}, the
 *     launcher does once all settings are read
 * @param migrations of the service's schema; empty for a service without a database
 * @param verticles what to deploy, in this order; undeployed in the opposite order. A verticle adds
 *     its checks to the readiness when it starts.
 * @param live what of the settings may change while it runs
 * @param needs names of the services without which this one is of no use: ready only while each
 *     answers over the bus
 * @param needsAtFirst names of the services that have to answer over the bus once before this one
 *     is ready, and that it can do without for a while from then on
 */
public record ServiceDefinition<C>(
    String name,
    Function<SettingsReader, C> settings,
    Function<C, Optional<Migrations>> migrations,
    BiFunction<C, Readiness, List<Deployment>> verticles,
    LiveChanges<C> live,
    List<String> needs,
    List<String> needsAtFirst) {

  public ServiceDefinition {
    needs = List.copyOf(needs);
    needsAtFirst = List.copyOf(needsAtFirst);
  }

  /** A service that can do something useful alone, and of whose own settings none changes. */
  public ServiceDefinition(
      String name,
      Function<SettingsReader, C> settings,
      Function<C, Optional<Migrations>> migrations,
      BiFunction<C, Readiness, List<Deployment>> verticles) {
    this(name, settings, migrations, verticles, LiveChanges.none(), List.of(), List.of());
  }

  /** The same, some of whose settings may change while it runs. */
  public ServiceDefinition<C> changing(LiveChanges<C> some) {
    return new ServiceDefinition<>(
        name, settings, migrations, verticles, some, needs, needsAtFirst);
  }

  /** The same, of no use without these services. */
  public ServiceDefinition<C> needing(String... services) {
    return new ServiceDefinition<>(
        name, settings, migrations, verticles, live, List.of(services), needsAtFirst);
  }

  /** The same, that cannot begin without these services. */
  public ServiceDefinition<C> needingAtFirst(String... services) {
    return new ServiceDefinition<>(
        name, settings, migrations, verticles, live, needs, List.of(services));
  }
}
