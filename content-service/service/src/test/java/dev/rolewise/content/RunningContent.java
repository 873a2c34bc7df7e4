package dev.rolewise.content;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.DatabaseWatch;
import dev.rolewise.runtime.postgres.ExecutedStatements;
import dev.rolewise.runtime.postgres.Migrations;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The content service on a Vert.x of its own, with the test pack, asked over the bus. */
public final class RunningContent implements AutoCloseable {
  private final ExecutedStatements statements = new ExecutedStatements();
  private final Vertx vertx = statements.vertx();
  private final Readiness readiness;
  private final BusClient client;

  private RunningContent(Readiness readiness) {
    this.readiness = readiness;
    this.client = BusClient.create(vertx);
  }

  /** Starts it on a migrated database, with the test pack. */
  public static RunningContent start(DatabaseSettings database) {
    return start(settings(database));
  }

  /** The settings of {@link #start(DatabaseSettings)}, for variations. */
  static ContentSettings settings(DatabaseSettings database) {
    return new ContentSettings(
        database, "test-pack", 1 << 20, Duration.ofHours(1), Duration.ofSeconds(15));
  }

  /** Starts it with other settings. */
  static RunningContent start(ContentSettings settings) {
    RunningContent content = new RunningContent(Readiness.create());
    try {
      // on a schema that is not there yet it does not finish its start
      Waiting.until(
          content
              .vertx
              .deployVerticle(
                  new DatabaseWatch(
                      "content-database",
                      new Migrations(settings.database(), "db/content"),
                      content.readiness))
              .timeout(3, TimeUnit.SECONDS)
              .otherwiseEmpty());
      Waiting.until(content.vertx.deployVerticle(new ContentVerticle(settings, content.readiness)));
      content.readiness.started();
      return content;
    } catch (AssertionError failed) {
      content.close();
      throw failed;
    }
  }

  /** The Vert.x it runs on. */
  public Vertx vertx() {
    return vertx;
  }

  /** Whether it would get work. */
  public boolean ready() {
    return Waiting.until(readiness.ask()).ready();
  }

  /** Asks; the future fails with a bus failure. */
  public Future<BusDocument> ask(String address, JsonObject body) {
    return client.document(BusRequest.to(address, body, "test").retryingOnce());
  }

  /** Asks and waits. */
  public BusDocument answer(String address, JsonObject body) {
    return Waiting.until(ask(address, body));
  }

  @Override
  public void close() {
    Waiting.until(vertx.close());
    statements.names("content");
  }
}
