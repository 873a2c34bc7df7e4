package dev.rolewise.runtime.lifecycle;

import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.DatabaseWatch;
import dev.rolewise.runtime.postgres.Migrations;
import java.util.List;
import java.util.Optional;

/** A service that waits for its database and its tables, and does nothing then. */
final class PatientService {

  private PatientService() {}

  public static void main(String[] arguments) {
    ServiceMain.main(
        new ServiceDefinition<>(
            "patient-service",
            reader -> DatabaseSettings.read(reader, "example"),
            database -> Optional.of(migrations(database)),
            (database, readiness) ->
                List.of(
                    Deployment.one(
                        () ->
                            new DatabaseWatch(
                                "example-database", migrations(database), readiness)))),
        arguments);
  }

  private static Migrations migrations(DatabaseSettings database) {
    return new Migrations(database, "db/example");
  }
}
