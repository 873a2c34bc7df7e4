package dev.rolewise.assessment;

import dev.rolewise.assessment.sheet.SheetQueues;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.Deployment;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.postgres.DatabaseWatch;
import dev.rolewise.runtime.postgres.Migrations;
import io.vertx.core.DeploymentOptions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The assessment service as a program; the launcher and the local suite run the same one. */
public final class AssessmentService {
  private AssessmentService() {}

  /**
   * The service on the system's clock.
   *
   * @return its definition
   */
  public static ServiceDefinition<AssessmentSettings> definition() {
    return new ServiceDefinition<>(
        "assessment-service",
        AssessmentSettings::read,
        settings -> Optional.of(migrations(settings)),
        (settings, readiness) -> verticles(settings, readiness, Clock.systemUTC()));
  }

  /**
   * The migrations of the service's schema.
   *
   * @param settings where the schema is
   * @return what to run before serving
   */
  public static Migrations migrations(AssessmentSettings settings) {
    return new Migrations(settings.database(), "db/assessment");
  }

  /**
   * What to deploy.
   *
   * @param settings the settings
   * @param readiness where checks are added
   * @param clock what time it is
   * @return the look at the database, the request handlers, then the deadlines
   */
  public static List<Deployment> verticles(
      AssessmentSettings settings, Readiness readiness, Clock clock) {
    SharedDocuments documents = SharedDocuments.none();
    SheetQueues queues = new SheetQueues();
    return List.of(
        Deployment.one(
            () -> new DatabaseWatch("assessment-database", migrations(settings), readiness)),
        new Deployment(
            () -> new AssessmentVerticle(settings, clock, documents, queues),
            new DeploymentOptions().setInstances(settings.instances())),
        Deployment.one(() -> new DeadlineVerticle(settings, clock, documents)));
  }
}
