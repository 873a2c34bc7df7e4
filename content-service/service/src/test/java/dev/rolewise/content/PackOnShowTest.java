package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.store.PackPublisher;
import dev.rolewise.content.store.PublicationRefused;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is shown is what was asked for: the pack that ships, or one of somebody's own. */
@ExtendWith(PostgresDatabase.class)
class PackOnShowTest {
  private static final JsonObject ROLE = new DocumentRequest("nl", "product-manager").toJson();

  @Test
  void doesNotStartWithAPackThatDoesNotExist(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    AssertionError failed =
        assertThrows(
            AssertionError.class, () -> RunningContent.start(showing(database, "no-such-pack")));
    assertTrue(
        failed.getMessage().contains("content.pack is no-such-pack, but this program has no such"),
        failed::toString);
  }

  @Test
  void startsWithAPackOfSomebodysOwnOnceItIsPublished(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    try (RunningContent content = RunningContent.start(database)) {
      Pool pool = PostgresPool.create(content.vertx(), database);
      Waiting.until(new PackPublisher(pool).publish(ours("productbaas")));
      Waiting.until(pool.close());
      assertEquals("productmanager", name(content));
    }
    try (RunningContent content = RunningContent.start(showing(database, "our-pack"))) {
      assertEquals("productbaas", name(content));
      assertTrue(content.ready());
    }
    // and it turns nobody's page: what ships is there again
    try (RunningContent content = RunningContent.start(database)) {
      assertEquals("productmanager", name(content));
    }
  }

  /** One version of an instrument is one content, whoever publishes it: rounds go by its number. */
  @Test
  void takesNoSecondContentForAVersionOfAnInstrument(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    try (RunningContent content = RunningContent.start(database)) {
      Pool pool = PostgresPool.create(content.vertx(), database);
      Pack changed =
          PackLoader.load(
              new PackFixture()
                  .edit("pack.json", json -> json.put("id", "our-pack"))
                  .edit(
                      "texts/nl/instruments/role-gap-scan.json",
                      json -> json.put("stem", "Hoe vaak nu?"))
                  .files());
      Waiting.failure(
          PublicationRefused.class,
          new PackPublisher(pool).store(changed, changed.hashes(), written -> {}));
      Waiting.until(pool.close());
    }
  }

  private static Pack ours(String name) {
    return PackLoader.load(
        new PackFixture()
            .edit("pack.json", json -> json.put("id", "our-pack"))
            .edit("texts/nl/roles/product-manager.json", json -> json.put("name", name))
            .files());
  }

  private static ContentSettings showing(DatabaseSettings database, String pack) {
    ContentSettings usual = RunningContent.settings(database);
    return new ContentSettings(
        database, pack, 1 << 20, usual.refresh(), usual.patience(), usual.editors(), usual.links());
  }

  private static String name(RunningContent content) {
    return content.answer(ContentAddress.ROLE_GET, ROLE).body().toJsonObject().getString("name");
  }
}
