package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.config.SettingsReader;
import java.time.Duration;
import java.util.Optional;

/**
 * How a service reaches its part of the database.
 *
 * @param host name or address
 * @param port 1..65535
 * @param database name of the database
 * @param schema the service's own schema, also its search path
 * @param user role of the service: reads and writes rows, never changes tables
 * @param password of that role
 * @param tls how the connection is secured
 * @param poolSize most connections of this process, shared by all instances
 * @param statementTimeout after which the server itself ends a statement
 * @param connectionTimeout how long a request waits for a connection, a new one included
 * @param migration role that owns the tables; only the {@code migrate} command needs it
 */
public record DatabaseSettings(
    String host,
    int port,
    String database,
    String schema,
    String user,
    Secret password,
    Tls tls,
    int poolSize,
    Duration statementTimeout,
    Duration connectionTimeout,
    Optional<Login> migration) {

  /** How the connection is secured. */
  public enum Tls {
    /** Not at all: loopback only. */
    DISABLE,
    /** Encrypted, certificate and name of the server verified with the JVM's trust store. */
    VERIFY_FULL
  }

  /** A role with its password. */
  public record Login(String user, Secret password) {}

  /**
   * Reads {@code database.*}.
   *
   * @param schema fixed by the service, not a setting
   */
  public static DatabaseSettings read(SettingsReader reader, String schema) {
    Optional<String> migrationUser = reader.optionalText("database.migration-user");
    Optional<Secret> migrationPassword = reader.optionalSecret("database.migration-password");
    if (migrationUser.isPresent() != migrationPassword.isPresent()) {
      reader.fault(
          "database.migration-user",
          "and database.migration-password belong together; one is missing");
    }
    return new DatabaseSettings(
        reader.text("database.host", "localhost"),
        reader.whole("database.port", 5432, 1, 65_535),
        reader.text("database.name", "rolewise"),
        schema,
        reader.requiredText("database.user"),
        reader.secret("database.password"),
        reader.choice("database.tls", Tls.VERIFY_FULL, Tls.class),
        reader.whole("database.pool-size", 8, 1, 200),
        reader.duration(
            "database.statement-timeout",
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            Duration.ofMinutes(1)),
        reader.duration(
            "database.connection-timeout",
            Duration.ofMillis(500),
            Duration.ofMillis(100),
            Duration.ofMinutes(1)),
        migrationUser.flatMap(
            user -> migrationPassword.map(password -> new Login(user, password))));
  }

  /** The same with another patience for connections. */
  public DatabaseSettings withConnectionTimeout(Duration timeout) {
    return new DatabaseSettings(
        host,
        port,
        database,
        schema,
        user,
        password,
        tls,
        poolSize,
        statementTimeout,
        timeout,
        migration);
  }
}
