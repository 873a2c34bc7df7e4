package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentSettingsTest {
  private static ContentSettings read(Map<String, ?> values) {
    SettingsReader reader = new SettingsReader(Settings.of(values));
    ContentSettings settings = ContentSettings.read(reader);
    return reader.finish(() -> settings);
  }

  @Test
  void needsTheDatabaseRoleOnly() {
    ContentSettings settings =
        read(Map.of("database.user", "content", "database.password", "hush-hush"));
    assertEquals("rolewise-core", settings.pack());
    assertEquals(16 * 1024 * 1024, settings.cacheBytes());
    assertEquals(Duration.ofSeconds(30), settings.refresh());
    assertEquals(Duration.ofSeconds(10), settings.patience());
    assertEquals("content", settings.database().schema());
    assertFalse(settings.toString().contains("hush-hush"));
  }

  @Test
  void namesEveryFaultAtOnce() {
    ConfigurationFaults faults =
        assertThrows(
            ConfigurationFaults.class,
            () ->
                read(
                    Map.of(
                        "database.user", "content",
                        "content.cache-mebibytes", 0,
                        "content.refresh", "often",
                        "content.pak", "x",
                        "content.editor-token-hashes", "my-token",
                        "content.link-hosts", "https://intranet.example")));
    assertFalse(faults.getMessage().contains("my-token"), faults::getMessage);
    assertEquals(6, faults.faults().size(), faults::getMessage);
  }
}
