package dev.rolewise.runtime.postgres;

import dev.rolewise.runtime.config.Secret;
import dev.rolewise.runtime.fault.StartFault;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases and roles on the embedded server, with the rights they have in production. */
final class Provisioning {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private final int port;
  private final Secret administrator;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Secret> passwords = new HashMap<>();

  Provisioning(int port, Secret administrator) {
    this.port = port;
    this.administrator = administrator;
  }

  synchronized DatabaseSettings provision(String database, String schema) {
    // the names go into statements as they are
    if (!NAME.matcher(database).matches() || !NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a plain name: " + database + ", " + schema);
    }
    String owner = schema + "_owner";
    try (Connection connection = administrator("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        statement.execute("CREATE DATABASE " + database);
      }
      Secret password = role(connection, statement, schema);
      Secret ownerPassword = role(connection, statement, owner);
      statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + schema + ", " + owner);
      statement.execute("GRANT CREATE ON DATABASE " + database + " TO " + owner);
      statement.execute("ALTER ROLE " + schema + " SET statement_timeout = '5s'");
      return new DatabaseSettings(
          "127.0.0.1",
          port,
          database,
          schema,
          schema,
          password,
          DatabaseSettings.Tls.DISABLE,
          8,
          Duration.ofSeconds(2),
          Duration.ofMillis(500),
          Optional.of(new DatabaseSettings.Login(owner, ownerPassword)));
    } catch (SQLException failed) {
      throw StartFault.because("The database for " + schema + " could not be prepared", failed);
    }
  }

  /** One password per role and process: a second database must not lock the first one out. */
  private Secret role(Connection connection, Statement statement, String name) throws SQLException {
    Secret known = passwords.get(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    boolean there = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
    statement.execute(
        (there ? "ALTER" : "CREATE") + " ROLE " + name + " LOGIN PASSWORD '" + password + "'");
    passwords.put(name, Secret.of(password));
    return passwords.get(name);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  PGSimpleDataSource administrator(String database) {
    return administrator(port, administrator, database);
  }

  static PGSimpleDataSource administrator(int port, Secret password, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(Cluster.ADMINISTRATOR);
    source.setPassword(password.reveal());
    source.setSslMode("disable");
    return source;
  }
}
