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
 * @param ticketsPerPerson unused tickets that an open link may draw per announced person
 * @param retention how long closed rounds are kept
 */
public record AssessmentSettings(
    DatabaseSettings database,
    int largestSize,
    Duration deadlineCheck,
    int instances,
    int ticketsPerPerson,
    Retention retention) {
  /**
   * How long closed rounds and forgotten teams are kept.
   *
   * @param months 0 keeps them until somebody deletes them
   * @param check time between two looks
   */
  public record Retention(int months, Duration check) {}

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
        reader.whole("assessment.instances", usualInstances(), 1, 64),
        reader.whole("assessment.tickets-per-person", 3, 1, 100),
        new Retention(
            reader.whole("assessment.retention.months", 12, 0, 120),
            reader.duration(
                "assessment.retention.check",
                Duration.ofHours(1),
                Duration.ofMillis(100),
                Duration.ofDays(1))));
  }

  /**
   * One for each processor, and never one alone: Vert.x 5.0 spreads requests by how many listen in
   * each process, and passes over a process with a single one beside others with more.
   */
  private static int usualInstances() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
