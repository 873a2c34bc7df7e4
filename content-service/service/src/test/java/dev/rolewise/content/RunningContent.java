package dev.rolewise.content;

import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.content.editor.EditorRight;
import dev.rolewise.content.validation.LinkHosts;
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
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The content service on a Vert.x of its own, with the test pack, asked over the bus. */
public final class RunningContent implements AutoCloseable {
  /** SHA-256 of the token that the golden messages of editors carry. */
  private static final String EDITOR_HASH =
      "0c2e99b0ccba1c70b125a9c7689d5bdf22afd01833dce4d14a42f32da78d8347";

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
  public static ContentSettings settings(DatabaseSettings database) {
    return settings(database, "test-pack");
  }

  /** The same with the pack that ships. */
  public static ContentSettings shipped(DatabaseSettings database) {
    return settings(database, "rolewise-core");
  }

  private static ContentSettings settings(DatabaseSettings database, String pack) {
    return new ContentSettings(
        database,
        pack,
        1 << 20,
        Duration.ofHours(1),
        Duration.ofSeconds(15),
        new EditorRight(List.of(EDITOR_HASH)),
        LinkHosts.usual());
  }

  /** Starts it with other settings. */
  public static RunningContent start(ContentSettings settings) {
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

  /** Asks an editor's question and waits for the JSON. */
  public Future<JsonObject> edit(String address, JsonObject body) {
    return client.json(BusRequest.to(address, body, "test").within(Duration.ofSeconds(3)));
  }

  /** Brings an archive. */
  public Future<JsonObject> bring(JsonObject body, byte[] archive) {
    return client.json(
        BusRequest.to(PackAddress.IMPORT, body, "test")
            .within(Duration.ofSeconds(3))
            .carrying(Buffer.buffer(archive)));
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
