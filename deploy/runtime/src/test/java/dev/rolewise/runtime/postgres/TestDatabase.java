package dev.rolewise.runtime.postgres;

import java.time.Duration;

/**
 * A fresh, empty database for one test class, with roles as in production.
 *
 * @param server the server of this JVM
 * @param name of the database
 */
public record TestDatabase(EmbeddedPostgres server, String name) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Settings of a service: its own role for rows ({@code <schema>}) and the one that owns the
   * tables ({@code <schema>_owner}); both are made on the first call. Run {@link Migrations} with
   * them. More patient than a service on a machine of its own: a build may have to share.
   */
  public DatabaseSettings settings(String schema) {
    return server.provision(name, schema).withConnectionTimeout(PATIENCE);
  }
}
