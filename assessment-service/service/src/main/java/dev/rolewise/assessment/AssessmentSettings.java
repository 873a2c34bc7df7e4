package dev.rolewise.assessment;

import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import java.time.Duration;

/**
 * Settings of the assessment service.
 *
 * @param database its part of the database
 * @param largestSize most people of a round, 4 to 5000
 * @param deadlineCheck time between two looks at the deadlines
 * @param instances verticles that answer requests
 */
public record AssessmentSettings(
    DatabaseSettings database, int largestSize, Duration deadlineCheck, int instances) {
  /** The service's own schema. */
  public static final String SCHEMA = "assessment";

  /**
   * Reads the settings.
   *
   * @param reader where from
   * @return the settings
   */
  public static AssessmentSettings read(SettingsReader reader) {
    return new AssessmentSettings(
        DatabaseSettings.read(reader, SCHEMA),
        reader.whole("assessment.largest-size", 500, 4, 5_000),
        reader.duration(
            "assessment.deadline-check",
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMinutes(5)),
        reader.whole("assessment.instances", Runtime.getRuntime().availableProcessors(), 1, 64));
  }
}
