package dev.rolewise.runtime.postgres;

/** A PostgreSQL server of our own, for the local suite and for tests. */
public final class EmbeddedPostgres implements AutoCloseable {

  /** Makes database and roles when they are missing; returns the service's settings. */
  public DatabaseSettings provision(String database, String schema) {
    throw new UnsupportedOperationException(database + schema);
  }

  @Override
  public void close() {}
}
