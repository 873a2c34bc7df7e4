package dev.rolewise.runtime.postgres;

/**
 * A fresh, empty database for one test class, with roles as in production.
 *
 * @param server the server of this JVM
 * @param name of the database
 */
public record TestDatabase(EmbeddedPostgres server, String name) {

  /**
   * Settings of a service: its own role for rows ({@code <schema>}) and the one that owns the
   * tables ({@code <schema>_owner}); both are made on the first call. Run {@link Migrations} with
   * them.
   */
  public DatabaseSettings settings(String schema) {
    return server.provision(name, schema);
  }
}
