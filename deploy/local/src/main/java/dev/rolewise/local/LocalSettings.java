package dev.rolewise.local;

import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.Settings.Layer;
import dev.rolewise.runtime.config.Settings.Layer.Spelling;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings that the services get here, under the keys they have everywhere. */
final class LocalSettings {

  private LocalSettings() {}

  /**
   * What the suite decides itself, and below it what the environment ({@code ROLEWISE_LIMITS_…})
   * and the system properties ({@code rolewise.limits.…}) say about these topics. Addresses and
   * databases are not among them: the command line and the embedded server settle those.
   *
   * @param topics first words of keys, e.g. {@code limits}
   */
  static Settings with(Map<String, ?> own, String... topics) {
    return with(Map.of(), own, topics);
  }

  /**
   * The same with what holds as long as nobody says otherwise.
   *
   * @param usual values by key
   */
  static Settings with(Map<String, ?> usual, Map<String, ?> own, String... topics) {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty));
    return new Settings(
        List.of(
            Layer.of("the local suite", Spelling.DOTTED, usual),
            layer("environment", Spelling.ENVIRONMENT, "ROLEWISE_%S_", System.getenv(), topics),
            layer("system property", Spelling.PROPERTY, "rolewise.%s.", properties, topics),
            Layer.of("the local suite", Spelling.DOTTED, own)));
  }

  private static Layer layer(
      String origin, Spelling spelling, String prefix, Map<String, String> all, String... topics) {
    Map<String, String> values = new HashMap<>();
    for (String topic : topics) {
      String start = String.format(Locale.ROOT, prefix, topic);
      all.forEach(
          (name, value) -> {
            if (name.startsWith(start)) {
              values.put(name, value);
            }
          });
    }
    return Layer.of(origin, spelling, values);
  }

  static Map<String, ?> database(DatabaseSettings database) {
    Map<String, Object> values = new HashMap<>();
    values.put("database.host", database.host());
    values.put("database.port", database.port());
    values.put("database.name", database.database());
    values.put("database.user", database.user());
    values.put("database.password", database.password().reveal());
    values.put("database.tls", database.tls().name().toLowerCase(Locale.ROOT));
    // More than a server's: whoever needs a connection waits while it is made, which on a machine
    // that everything shares has been seen to take up to two seconds. More would be of no use: a
    // request that reads is not waited for any longer.
    values.put("database.connection-timeout", "2s");
    database
        .migration()
        .ifPresent(
            owner -> {
              values.put("database.migration-user", owner.user());
              values.put("database.migration-password", owner.password().reveal());
            });
    return values;
  }

  static Map<String, ?> gateway(Address address) {
    return Map.of(
        "http.host", address.host(),
        "http.port", address.port(),
        "http.port-setting", "--port",
        "public-url", address.published().toString());
  }
}
