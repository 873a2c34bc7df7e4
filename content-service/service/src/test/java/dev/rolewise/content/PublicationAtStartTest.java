package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.ContentPublished;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service starts in any order, and follows what is published while it runs. */
@ExtendWith(PostgresDatabase.class)
class PublicationAtStartTest {
  private static final JsonObject ROLE = new DocumentRequest("nl", "product-manager").toJson();

  @Test
  void waitsForItsTablesAndFollowsALaterVersion(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    try (RunningContent content = RunningContent.start(impatient(database))) {
      assertFalse(content.ready());
      BusFailure refused =
          Waiting.failure(BusFailure.class, content.ask(ContentAddress.ROLE_GET, ROLE));
      assertEquals(503, refused.status());

      Promise<ContentPublished> published = nextHint(content.vertx());
      new Migrations(database, "db/content").run();
      assertEquals(1, Waiting.until(published.future()).version());
      assertEquals("productmanager", name(content));
      assertTrue(content.ready());

      Promise<ContentPublished> again = nextHint(content.vertx());
      publishSecondVersion(content.vertx(), database);
      // whoever reads again because of the hint gets the new version
      String nameAfterHint =
          Waiting.until(
              again
                  .future()
                  .compose(hint -> content.ask(ContentAddress.ROLE_GET, ROLE))
                  .map(reply -> reply.body().toJsonObject().getString("name")));
      assertEquals("productbaas", nameAfterHint);
    }
    // the program still ships version 1: it must not turn readers back
    try (RunningContent restarted = RunningContent.start(database)) {
      assertEquals("productbaas", name(restarted));
    }
  }

  private static ContentSettings impatient(DatabaseSettings database) {
    ContentSettings usual = RunningContent.settings(database);
    return new ContentSettings(
        database,
        usual.pack(),
        usual.cacheBytes(),
        usual.refresh(),
        Duration.ofMillis(1),
        usual.editors(),
        usual.links());
  }

  /** As another process would: into the database, then the hint. */
  private static void publishSecondVersion(Vertx vertx, DatabaseSettings database) {
    Pack second =
        PackLoader.load(
            new PackFixture()
                .edit("pack.json", json -> json.put("version", 2))
                .edit(
                    "texts/nl/roles/product-manager.json", json -> json.put("name", "productbaas"))
                .files());
    Pool pool = PostgresPool.create(vertx, database);
    Waiting.until(new PackPublisher(pool).publish(second));
    Waiting.until(pool.close());
    ContentPublished hint = new ContentPublished("test-pack", 2, second.hash());
    vertx.eventBus().publish(ContentAddress.PUBLISHED, hint.toJson());
  }

  private static Promise<ContentPublished> nextHint(Vertx vertx) {
    Promise<ContentPublished> promise = Promise.promise();
    Waiting.until(
        vertx
            .eventBus()
            .<JsonObject>consumer(
                ContentAddress.PUBLISHED,
                message -> promise.tryComplete(ContentPublished.from(message.body())))
            .completion());
    return promise;
  }

  private static String name(RunningContent content) {
    return content.answer(ContentAddress.ROLE_GET, ROLE).body().toJsonObject().getString("name");
  }
}
