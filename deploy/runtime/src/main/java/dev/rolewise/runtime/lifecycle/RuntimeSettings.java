package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.cluster.ClusterSettings;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.log.LogSetup;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings that every service has.
 *
 * @param logFormat JSON lines or plain ones
 * @param logLevel least level of our own messages
 * @param managementHost where health is served
 * @param managementPort 0 for any free one
 * @param drainDelay between "not ready" and the end of registrations: how long others may take to
 *     notice
 * @param stopTimeout after which a stop no longer waits for requests under way
 * @param cluster empty for a bus of this process alone
 */
record RuntimeSettings(
    LogSetup.Format logFormat,
    Level logLevel,
    String managementHost,
    int managementPort,
    Duration drainDelay,
    Duration stopTimeout,
    Optional<ClusterSettings> cluster) {

  enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  static RuntimeSettings read(SettingsReader reader) {
    // read by the command line already, but settings nevertheless
    reader.optionalText(ServiceCommand.CONFIG_FILE);
    reader.optionalText(ServiceCommand.SECRETS_DIRECTORY);
    return new RuntimeSettings(
        reader.choice("log.format", LogSetup.Format.JSON, LogSetup.Format.class),
        reader.choice("log.level", Level.INFO, Level.class),
        reader.text("management.host", "0.0.0.0"),
        reader.whole("management.port", 9000, 0, 65_535),
        reader.duration("drain.delay", Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(2)),
        reader.duration(
            "drain.timeout", Duration.ofSeconds(25), Duration.ofSeconds(1), Duration.ofMinutes(5)),
        ClusterSettings.read(reader));
  }
}
