package dev.rolewise.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.assessment.contract.AssessmentAddresses;
import dev.rolewise.assessment.suite.Suite;
import dev.rolewise.assessment.suite.TestClock;
import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.SettingsReader;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.lifecycle.RunningService;
import dev.rolewise.runtime.lifecycle.ServiceDefinition;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import dev.rolewise.runtime.upgrade.NextRelease;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service as it is started, on a schema that is not the one it was written for. */
@ExtendWith(PostgresDatabase.class)
class SchemaReadinessTest {
  private final Vertx vertx = Vertx.vertx();
  private final Readiness readiness = Readiness.create();
  private DatabaseSettings database;
  private Future<RunningService> service;

  /** A database for each test: both need a schema of the name that the service has. */
  @BeforeEach
  void prepare(TestDatabase shared, TestInfo test) {
    String own = "t" + Integer.toHexString(test.getDisplayName().hashCode());
    database = new TestDatabase(shared.server(), own).settings(AssessmentSettings.SCHEMA);
  }

  @AfterEach
  void stop() {
    Suite.await(vertx.close());
  }

  @Test
  void isNotReadyOnAnOlderSchemaAndBecomesSoOnceItIsMigrated() throws Exception {
    new Migrations(database, "db/assessment").runUpTo("3");
    start();
    JsonObject check = reason();
    assertEquals(false, check.getBoolean("up"));
    assertTrue(
        check.getString("why").startsWith("Schema assessment of " + database.database() + " on"),
        check.encode());
    assertTrue(check.getString("why").contains("is at version 3, older than"), check.encode());
    assertTakesNoRequests();
    new Migrations(database, "db/assessment").run();
    Suite.await(service);
    assertEquals(404, refusal());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!Suite.await(readiness.ask()).ready()) {
      assertTrue(System.nanoTime() < end, check().encode());
    }
  }

  @Test
  void isNotReadyOnTheSchemaOfAMuchNewerProgram() throws Exception {
    new Migrations(database, "db/assessment").run();
    int version = new NextRelease(database).note(4711);
    start();
    JsonObject check = reason();
    assertEquals(false, check.getBoolean("up"));
    assertTrue(
        check.getString("why").contains("is at version " + version + ", newer than"),
        check.encode());
    assertTakesNoRequests();
  }

  /** Others, whose program fits, would answer them. */
  private void assertTakesNoRequests() {
    assertFalse(service.isComplete());
    ReplyException nobody =
        assertInstanceOf(
            ReplyException.class,
            Suite.await(
                vertx
                    .eventBus()
                    .request(AssessmentAddresses.TEAM_GET, new JsonObject())
                    .map((Throwable) null)
                    .otherwise(it -> it)));
    assertEquals(ReplyFailure.NO_HANDLERS, nobody.failureType());
  }

  private int refusal() {
    Future<JsonObject> asked =
        BusClient.create(vertx)
            .json(
                BusRequest.to(
                    AssessmentAddresses.TEAM_GET, new JsonObject().put("token", "x"), "test"));
    return assertInstanceOf(
            BusFailure.class, Suite.await(asked.map((Throwable) null).otherwise(it -> it)))
        .status();
  }

  private void start() {
    SettingsReader reader =
        new SettingsReader(
            Settings.of(
                Map.of(
                    "database.host", database.host(),
                    "database.port", database.port(),
                    "database.name", database.database(),
                    "database.user", database.user(),
                    "database.password", database.password().reveal(),
                    "database.tls", "disable",
                    "database.connection-timeout", "1m",
                    "assessment.instances", 1)));
    AssessmentSettings read = AssessmentSettings.read(reader);
    AssessmentSettings settings = reader.finish(() -> read);
    ServiceDefinition<AssessmentSettings> definition =
        new ServiceDefinition<>(
            "assessment-service",
            AssessmentSettings::read,
            own -> Optional.of(AssessmentService.migrations(own)),
            (own, ready) -> AssessmentService.verticles(own, ready, new TestClock()));
    service = RunningService.start(vertx, definition, settings, readiness);
    readiness.started();
  }

  /** As soon as the database has been asked: the first connection may take its time. */
  private JsonObject reason() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    JsonObject check = check();
    while (!check.getString("why", "").startsWith("Schema")) {
      assertTrue(System.nanoTime() < end, check.encode());
      check = check();
    }
    return check;
  }

  private JsonObject check() {
    return Suite.await(readiness.ask()).checks().stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("name").equals("assessment-database"))
        .findFirst()
        .orElse(new JsonObject());
  }
}
