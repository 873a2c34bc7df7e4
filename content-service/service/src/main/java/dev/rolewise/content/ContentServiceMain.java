package dev.rolewise.content;

import dev.rolewise.runtime.lifecycle.Deployment;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.lifecycle.ServiceMain;
import dev.rolewise.runtime.postgres.DatabaseWatch;
import dev.rolewise.runtime.postgres.Migrations;
import java.util.List;
import java.util.Optional;

/**
 * The content service as a program of its own: {@code serve}, {@code migrate}, {@code
 * check-config}.
 */
public final class ContentServiceMain {
  private static final String MIGRATIONS = "db/content";

  private ContentServiceMain() {}

  /** The parts of the service, for this program and for the local suite. */
  public static ServiceDefinition<ContentSettings> definition() {
    return new ServiceDefinition<>(
        "content-service",
        ContentSettings::read,
        settings -> Optional.of(migrations(settings)),
        (settings, readiness) ->
            List.of(
                Deployment.one(
                    () -> new DatabaseWatch("content-database", migrations(settings), readiness)),
                Deployment.one(() -> new ContentVerticle(settings, readiness))));
  }

  private static Migrations migrations(ContentSettings settings) {
    return new Migrations(settings.database(), MIGRATIONS);
  }

  /** Runs the command that the arguments name. */
  public static void main(String[] arguments) {
    ServiceMain.main(definition(), arguments);
  }
}
