package dev.rolewise.local.backup;

import dev.rolewise.local.backup.BackupHeader.Migration;
import dev.rolewise.runtime.postgres.EmbeddedPostgres;
import dev.rolewise.runtime.postgres.Migrations;

/**
 * A schema of the suite.
 *
 * @param name of it
 * @param location class path folder of its migrations
 */
public record KeptSchema(String name, String location) {

  Migrations in(EmbeddedPostgres postgres, String database) {
    return new Migrations(postgres.provision(database, name), location);
  }

  /** Whether this program has a migration of that name. */
  boolean knows(Migration migration) {
    return KeptSchema.class.getClassLoader().getResource(location + "/" + migration.script())
        != null;
  }
}
