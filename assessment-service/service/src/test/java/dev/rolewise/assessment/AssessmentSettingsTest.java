package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentSettingsTest {
  @Test
  void theDefaultsNeedOnlyADatabaseLogin() {
    AssessmentSettings settings =
        read(Map.of("database.user", "assessment", "database.password", "secret"));
    assertEquals(500, settings.largestSize());
    assertEquals(Duration.ofSeconds(5), settings.deadlineCheck());
    assertEquals(3, settings.ticketsPerPerson());
    assertEquals(12, settings.retention().months());
    assertEquals("assessment", settings.database().schema());
    assertTrue(!settings.toString().contains("secret"), "a password must not be printed");
  }

  @Test
  void everyFaultIsListedAtOnce() {
    ConfigurationFaults faults =
        assertThrows(
            ConfigurationFaults.class,
            () ->
                read(
                    Map.of(
                        "assessment.largest-size", 3,
                        "assessment.deadline-check", "soon",
                        "assessment.larget-size", 9)));
    String all = faults.getMessage();
    assertTrue(all.contains("assessment.largest-size"), all);
    assertTrue(all.contains("assessment.deadline-check"), all);
    assertTrue(all.contains("assessment.larget-size"), all);
    assertTrue(all.contains("database.user"), all);
  }

  private static AssessmentSettings read(Map<String, ?> values) {
    SettingsReader reader = new SettingsReader(Settings.of(values));
    AssessmentSettings settings = AssessmentSettings.read(reader);
    return reader.finish(() -> settings);
  }
}
