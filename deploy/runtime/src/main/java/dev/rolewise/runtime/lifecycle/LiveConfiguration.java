package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsSources;
import dev.rolewise.runtime.log.LogSetup;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the configuration of a process that runs. The log level and whatever the service allows
 * apply from one second to the next; of all other changes the log says that they need a restart. A
 * configuration with a fault is refused whole.
 */
final class LiveConfiguration<C> {

  static final String LOG_LEVEL = "log.level";

  private static final Logger LOG = LoggerFactory.getLogger(LiveConfiguration.class);

  private final ServiceDefinition<C> definition;
  private final ReadSettings<C> atStart;
  private ReadSettings<C> latest;

  private LiveConfiguration(ServiceDefinition<C> definition, ReadSettings<C> atStart) {
    this.definition = definition;
    this.atStart = atStart;
    this.latest = atStart;
  }

  /** Follows until Vert.x is closed. */
  static <C> void follow(
      Vertx vertx,
      SettingsSources sources,
      ServiceDefinition<C> definition,
      ReadSettings<C> atStart) {
    LiveConfiguration<C> configuration = new LiveConfiguration<>(definition, atStart);
    sources.watch(vertx, configuration::changed);
  }

  private synchronized void changed(AsyncResult<Settings> read) {
    if (read.failed()) {
      refuse(read.cause());
      return;
    }
    try {
      take(ReadSettings.of(read.result(), definition));
    } catch (RuntimeException faults) {
      refuse(faults);
    }
  }

  private static void refuse(Throwable faults) {
    List<String> lines = StartFaults.lines(faults);
    LOG.error(
        "The changed configuration is not taken, everything stays as it was: {}",
        String.join(" ", lines));
  }

  private void take(ReadSettings<C> fresh) {
    Set<String> all = new TreeSet<>(fresh.raw().differences(latest.raw(), fresh.keys()));
    // what was set back to how it was at the start is in force already
    Set<String> unlike = fresh.raw().differences(atStart.raw(), fresh.keys());
    latest = fresh;
    Set<String> live = among(all, this::isLive);
    if (live.contains(LOG_LEVEL)) {
      LogSetup.setLevel(fresh.runtime().logLevel().name());
    }
    if (live.stream().anyMatch(definition.live().keys())) {
      definition.live().apply().accept(fresh.own());
    }
    if (!live.isEmpty()) {
      LOG.info("Changed while running and in force from now on: {}", String.join(", ", live));
    }
    Set<String> later = among(all, key -> !isLive(key) && unlike.contains(key));
    if (!later.isEmpty()) {
      LOG.warn(
          "Changed, but only in force after a restart: {}. Until then the old values hold.",
          String.join(", ", later));
    }
  }

  private boolean isLive(String key) {
    return key.equals(LOG_LEVEL) || definition.live().keys().test(key);
  }

  private static Set<String> among(Set<String> keys, Predicate<String> wanted) {
    Set<String> found = new TreeSet<>(keys);
    found.removeIf(wanted.negate());
    return found;
  }
}
