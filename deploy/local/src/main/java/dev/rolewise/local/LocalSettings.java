package dev.rolewise.local;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The settings that the services get here, under the keys they have everywhere. */
final class LocalSettings {

  private LocalSettings() {}

  static Map<String, ?> database(DatabaseSettings database) {
    Map<String, Object> values = new HashMap<>();
    values.put("database.host", database.host());
    values.put("database.port", database.port());
    values.put("database.name", database.database());
    values.put("database.user", database.user());
    values.put("database.password", database.password().reveal());
    values.put("database.tls", database.tls().name().toLowerCase(Locale.ROOT));
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
