package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import java.util.Set;

/**
 * What all settings of the process were read into.
 *
 * @param raw where they came from
 * @param keys everything that can be set
 * @param runtime what every service has
 * @param own the service's own
 */
record ReadSettings<C>(Settings raw, Set<String> keys, RuntimeSettings runtime, C own) {

  /**
   * Reads everything.
   *
   * @throws dev.rolewise.runtime.config.ConfigurationFaults with every fault
   */
  static <C> ReadSettings<C> of(Settings raw, ServiceDefinition<C> definition) {
    SettingsReader reader = new SettingsReader(raw);
    RuntimeSettings runtime = RuntimeSettings.read(reader);
    C own = definition.settings().apply(reader);
    return reader.finish(() -> new ReadSettings<>(raw, reader.keys(), runtime, own));
  }
}
