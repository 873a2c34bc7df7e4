package dev.rolewise.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.ContentSettings;
import dev.rolewise.content.Waiting;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.store.Publication.Outcome;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing on a real PostgreSQL; every test publishes a pack of its own name. */
@ExtendWith(PostgresDatabase.class)
class PackPublisherTest {
  private static final String SCAN = "instruments/role-gap-scan.json";
  private static final String NL_SCAN = "texts/nl/" + SCAN;
  private static final String NL_ROLE = "texts/nl/roles/product-manager.json";

  private static Vertx vertx;
  private static Pool pool;
  private static ContentStore store;
  private static PackPublisher publisher;

  @BeforeAll
  static void start(TestDatabase database) {
    DatabaseSettings settings = database.settings(ContentSettings.SCHEMA);
    new Migrations(settings, "db/content").run();
    vertx = Vertx.vertx();
    pool = patientPool(settings);
    store = new ContentStore(pool);
    publisher = new PackPublisher(pool);
  }

  @AfterAll
  static void stop() {
    Waiting.until(pool.close());
    Waiting.until(vertx.close());
  }

  @Test
  void publishesOnceHoweverOftenItIsAsked() {
    Pack pack = PackLoader.load(fixture("again", 1).files());
    Publication first = Waiting.until(publisher.publish(pack));
    assertEquals(new Publication(Outcome.PUBLISHED, "again", 1, pack.hash()), first);
    assertEquals(
        new Publication(Outcome.UNCHANGED, "again", 1, pack.hash()),
        Waiting.until(publisher.publish(pack)));
    CurrentPack current = Waiting.until(store.current("again")).orElseThrow();
    assertEquals(pack.manifest(), current.manifest());
    assertEquals(pack.hash(), current.hash());
    assertEquals(3, current.hashes().get(DocumentKind.ROLE).size());
  }

  @Test
  void publishesOnceWhenManyStartTogether() {
    Pack pack = PackLoader.load(fixture("together", 1).files());
    List<Future<Publication>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(publisher.publish(pack));
    }
    Waiting.until(Future.join(all));
    assertEquals(1, all.stream().filter(it -> it.result().outcome() == Outcome.PUBLISHED).count());
    assertEquals(5, all.stream().filter(it -> it.result().outcome() == Outcome.UNCHANGED).count());
  }

  @Test
  void refusesOtherContentUnderThePublishedVersion() {
    Pack published = PackLoader.load(fixture("changed", 1).files());
    Waiting.until(publisher.publish(published));
    PackFixture edited =
        fixture("changed", 1).edit(NL_ROLE, json -> json.put("name", "productbaas"));
    PublicationRefused refused =
        Waiting.failure(
            PublicationRefused.class, publisher.publish(PackLoader.load(edited.files())));
    assertEquals(
        "Content pack changed version 1 is already published with other content (the hash"
            + " differs); raise \"version\" in its pack.json.",
        refused.getMessage());
    CurrentPack current = Waiting.until(store.current("changed")).orElseThrow();
    assertEquals(published.hash(), current.hash());
  }

  @Test
  void aHigherVersionBecomesCurrentAndSharesWhatDidNotChange() {
    Waiting.until(publisher.publish(PackLoader.load(fixture("raised", 1).files())));
    long before = documents("raised");
    Pack second =
        PackLoader.load(
            fixture("raised", 2).edit(NL_ROLE, json -> json.put("name", "productbaas")).files());
    assertEquals(
        new Publication(Outcome.PUBLISHED, "raised", 2, second.hash()),
        Waiting.until(publisher.publish(second)));
    assertEquals(before + 1, documents("raised"));
    CurrentPack current = Waiting.until(store.current("raised")).orElseThrow();
    String hash = current.hash(DocumentKind.ROLE, "product-manager").orElseThrow();
    StoredDocument role = Waiting.until(store.document(DocumentKind.ROLE, "product-manager", hash));
    assertEquals("productbaas", role.texts().getJsonObject("nl").getString("name"));
    assertEquals(2, role.version());
  }

  @Test
  void anOlderProgramDoesNotTurnReadersBack() {
    Pack first = PackLoader.load(fixture("older", 1).files());
    Pack second = PackLoader.load(fixture("older", 2).files());
    Waiting.until(publisher.publish(first));
    Waiting.until(publisher.publish(second));
    assertEquals(
        new Publication(Outcome.OLDER, "older", 2, second.hash()),
        Waiting.until(publisher.publish(first)));
    CurrentPack current = Waiting.until(store.current("older")).orElseThrow();
    assertEquals(2, current.manifest().version());
  }

  @Test
  void aProgramThatStartsAgainDoesNotUndoWhatAnEditorTurnedBack() {
    Pack first = PackLoader.load(fixture("turned", 1).files());
    Pack second = PackLoader.load(fixture("turned", 2).files());
    Waiting.until(publisher.publish(first));
    Waiting.until(publisher.publish(second));
    Waiting.until(publisher.publish("turned", 1, 2));
    assertEquals(
        new Publication(Outcome.TURNED_BACK, "turned", 1, first.hash()),
        Waiting.until(publisher.publish(second)));
    assertEquals(1, Waiting.until(store.current("turned")).orElseThrow().manifest().version());
    // a version that nobody has seen yet is news
    Pack third = PackLoader.load(fixture("turned", 3).files());
    assertEquals(Outcome.PUBLISHED, Waiting.until(publisher.publish(third)).outcome());
  }

  @Test
  void aChangedInstrumentNeedsAVersionOfItsOwnAndTheOldOneStaysReadable() {
    Pack first = PackLoader.load(fixture("scan", 1).files());
    Waiting.until(publisher.publish(first));
    PackFixture edited =
        fixture("scan", 2).edit(NL_SCAN, json -> json.put("stem", "Hoe vaak gebeurde dit?"));
    PublicationRefused refused =
        Waiting.failure(
            PublicationRefused.class, publisher.publish(PackLoader.load(edited.files())));
    assertEquals(
        "Instrument role-gap-scan version 1 is already published with other content (the hash"
            + " differs); raise \"version\" in instruments/role-gap-scan.json.",
        refused.getMessage());
    assertEquals(1, Waiting.until(store.current("scan")).orElseThrow().manifest().version());

    edited.edit(SCAN, json -> json.put("version", 2));
    Waiting.until(publisher.publish(PackLoader.load(edited.files())));
    CurrentPack current = Waiting.until(store.current("scan")).orElseThrow();
    String old = current.instrument("role-gap-scan", 1).orElseThrow();
    assertEquals(first.documents(DocumentKind.INSTRUMENT).get(0).hash(), old);
    String newest = current.instrument("role-gap-scan", null).orElseThrow();
    assertNotEquals(old, newest);
    assertEquals(newest, current.instrument("role-gap-scan", 2).orElseThrow());
    assertTrue(current.instrument("role-gap-scan", 3).isEmpty());
    StoredDocument before =
        Waiting.until(store.document(DocumentKind.INSTRUMENT, "role-gap-scan", old));
    assertEquals("Hoe vaak?", before.texts().getJsonObject("nl").getString("stem"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE document SET version = 9",
        "DELETE FROM document",
        "UPDATE pack SET version = 9",
        "DELETE FROM pack",
        "UPDATE pack_document SET id = 'x'",
        "DELETE FROM pack_document"
      })
  void whatIsStoredNeverChanges(String statement) {
    PgException refused = Waiting.failure(PgException.class, pool.query(statement).execute());
    assertTrue(refused.getErrorMessage().contains("never change"), refused::getMessage);
  }

  /** These tests are about rows, not about how fast a busy machine opens a connection. */
  private static Pool patientPool(DatabaseSettings settings) {
    PgConnectOptions connection =
        new PgConnectOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setDatabase(settings.database())
            .setUser(settings.user())
            .setPassword(settings.password().reveal())
            .addProperty("search_path", settings.schema());
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(connection)
        .with(new PoolOptions().setMaxSize(6))
        .build();
  }

  private static PackFixture fixture(String id, int version) {
    return new PackFixture().edit("pack.json", json -> json.put("id", id).put("version", version));
  }

  private static long documents(String pack) {
    return Waiting.until(
            pool.query("SELECT count(*) FROM document WHERE pack_id = '" + pack + "'").execute())
        .iterator()
        .next()
        .getLong(0);
  }
}
