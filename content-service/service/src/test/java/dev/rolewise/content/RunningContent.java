package dev.rolewise.content;

import dev.rolewise.runtime.bus.BusClient;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusRequest;
import dev.rolewise.runtime.health.Readiness;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The content service on a Vert.x of its own, with the test pack, asked over the bus. */
public final class RunningContent implements AutoCloseable {
  private final Vertx vertx;
  private final Readiness readiness;
  private final BusClient client;

  private RunningContent(Vertx vertx, Readiness readiness) {
    this.vertx = vertx;
    this.readiness = readiness;
    this.client = BusClient.create(vertx);
  }

  /** Starts it on a database, migrated or not. */
  public static RunningContent start(DatabaseSettings database, String pack, int cacheBytes) {
    Vertx vertx = Vertx.vertx();
    RunningContent content = new RunningContent(vertx, Readiness.create());
    content.deploy(database, pack, cacheBytes);
    return content;
  }

  private void deploy(DatabaseSettings database, String pack, int cacheBytes) {
    ContentSettings settings = new ContentSettings(database, pack, cacheBytes, Duration.ofHours(1));
    Waiting.until(vertx.deployVerticle(new ContentVerticle(settings, readiness)));
    readiness.started();
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
    return client.document(BusRequest.to(address, body, "test"));
  }

  /** Asks and waits. */
  public BusDocument answer(String address, JsonObject body) {
    return Waiting.until(ask(address, body));
  }

  @Override
  public void close() {
    Waiting.until(vertx.close());
  }
}
