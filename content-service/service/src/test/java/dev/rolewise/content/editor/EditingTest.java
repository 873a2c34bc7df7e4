package dev.rolewise.content.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.ContentSettings;
import dev.rolewise.content.GoldenShape;
import dev.rolewise.content.RunningContent;
import dev.rolewise.content.Waiting;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.content.contract.InstrumentExportRequest;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.content.contract.PackAddress;
import dev.rolewise.content.contract.PackDiffRequest;
import dev.rolewise.content.contract.PackPublishRequest;
import dev.rolewise.content.contract.PackRequest;
import dev.rolewise.content.contract.PackVersionRequest;
import dev.rolewise.content.pack.PackArchive;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.PackLimits;
import dev.rolewise.content.validation.PackFixture;
import dev.rolewise.content.validation.PackLoader;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.PostgresPool;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What editors do to a running service, over a real bus and a real PostgreSQL. */
@ExtendWith(PostgresDatabase.class)
class EditingTest {
  private static final String PACK = "test-pack";
  private static final String TOKEN =
      GoldenMessages.message("pack-list").getJsonObject("request").getString("token");
  private static final String NL_ROLE = "texts/nl/roles/product-manager.json";
  private static final String SCAN = "instruments/role-gap-scan.json";

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private DatabaseSettings database;
  private RunningContent content;

  @BeforeEach
  void start(TestDatabase testDatabase) {
    // versions of a pack never go away, so each test needs tables of its own
    String name = testDatabase.name() + "_" + DATABASES.incrementAndGet();
    database = new TestDatabase(testDatabase.server(), name).settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    content = RunningContent.start(database);
  }

  @AfterEach
  void stop() {
    content.close();
  }

  @Test
  void answersTheGoldenRequestsInTheirShape() {
    List<String> order =
        List.of(
            "pack-import",
            "pack-list",
            "pack-list-not-found",
            "pack-list-malformed",
            "pack-import-invalid",
            "pack-import-taken",
            "pack-diff",
            "pack-publish-malformed",
            "pack-publish-meanwhile",
            "pack-publish",
            "pack-withdraw");
    PackFixture second = edited(2, "productbaas");
    for (String name : order) {
      JsonObject message = GoldenMessages.message(name);
      String address = message.getString("address");
      JsonObject request = message.getJsonObject("request");
      byte[] archive =
          switch (name) {
            case "pack-import-invalid" ->
                zip(edited(3, "x").edit(NL_ROLE, json -> json.remove("name")));
            case "pack-import-taken" -> zip(edited(1, "x"));
            default -> zip(second);
          };
      Future<JsonObject> asked =
          address.equals(PackAddress.IMPORT)
              ? content.bring(request, archive)
              : content.edit(address, request);
      JsonObject failure = message.getJsonObject("failure");
      if (failure == null) {
        GoldenShape.assertSame(message.getJsonObject("reply"), Waiting.until(asked));
      } else {
        BusFailure refused = Waiting.failure(BusFailure.class, asked);
        assertEquals(failure.getInteger("status"), refused.status(), name);
        assertEquals(failure.getString("code"), refused.code(), name);
        JsonObject details = failure.getJsonObject("details");
        assertEquals(details != null, refused.details().isPresent(), name);
        if (details != null) {
          GoldenShape.assertSame(details, refused.details().get());
        }
      }
    }
  }

  @Test
  void whatIsPublishedIsReadAndAnEarlierVersionIsReadAgain() {
    assertEquals("productmanager", name(content));
    bring(edited(2, "productbaas"));
    assertEquals("productmanager", name(content), "an import alone changes nothing for readers");
    JsonObject published = Waiting.until(publish(2, 1)).getJsonObject("pack");
    assertTrue(published.getBoolean("current"));
    assertEquals("productbaas", name(content));

    Waiting.until(publish(1, 2));
    assertEquals("productmanager", name(content));
    // a restart brings nobody forward again whom an editor has turned back
    bring(edited(3, "productheld"));
    Waiting.until(publish(3, 1));
    Waiting.until(publish(2, 3));
    try (RunningContent restarted = RunningContent.start(database)) {
      assertEquals("productbaas", name(restarted));
    }
  }

  @Test
  void ofTwoEditorsAtOnceOneWinsAndTheOtherSeesTheDifference() {
    bring(edited(2, "productbaas"));
    bring(edited(3, "productheld"));
    Future<JsonObject> one = publish(2, 1);
    Future<JsonObject> other = publish(3, 1);
    Waiting.until(Future.join(one, other).otherwiseEmpty());
    assertEquals(1, (one.succeeded() ? 1 : 0) + (other.succeeded() ? 1 : 0));
    BusFailure lost = (BusFailure) (one.failed() ? one.cause() : other.cause());
    assertEquals("409 published-meanwhile", lost.status() + " " + lost.code());
    JsonObject details = lost.details().orElseThrow();
    int winner = one.succeeded() ? 2 : 3;
    assertEquals(winner, details.getInteger("current"));
    assertTrue(
        details.getJsonArray("changes").stream()
            .map(JsonObject.class::cast)
            .anyMatch(
                it ->
                    it.getString("file").equals(NL_ROLE)
                        && it.getString("before")
                            .equals(winner == 2 ? "productbaas" : "productheld")),
        details::encode);
    assertEquals(winner == 2 ? "productbaas" : "productheld", name(content));
  }

  @Test
  void aWithdrawnVersionOpensNoRoundsAndStaysReadable() {
    PackFixture second = edited(2, "productbaas").edit(SCAN, json -> json.put("version", 2));
    bring(second);
    Waiting.until(publish(2, 1));
    assertEquals(2, export(null).getInteger("version"));

    Waiting.until(content.edit(PackAddress.WITHDRAW, version(2)));
    BusFailure refused = Waiting.failure(BusFailure.class, asked(null));
    assertEquals("409 instrument-withdrawn", refused.status() + " " + refused.code());
    // whoever answers in a round that is open reads the questionnaire by its version
    assertEquals(
        2,
        content
            .answer(
                ContentAddress.INSTRUMENT_GET,
                new InstrumentRequest("nl", "role-gap-scan", 2).toJson())
            .body()
            .toJsonObject()
            .getInteger("version"));
    assertEquals(1, export(1).getInteger("version"), "another version is not concerned");

    Waiting.until(publish(1, 2));
    assertEquals(1, export(null).getInteger("version"));
    BusFailure never = Waiting.failure(BusFailure.class, publish(2, 1));
    assertEquals("409 pack-withdrawn", never.status() + " " + never.code());
    assertTrue(list().getJsonObject(0).getBoolean("withdrawn"));
  }

  @Test
  void anExportBroughtBackHasTheSameHash() {
    bring(edited(2, "productbaas"));
    byte[] zip = content.answer(PackAddress.EXPORT, version(2)).body().getBytes();
    PackFiles files = PackArchive.read("x", zip, PackLimits.USUAL, new PackFaults());
    String hash = PackLoader.load(files).hash();
    assertEquals(hash, list().getJsonObject(0).getString("hash"));
    assertEquals(hash, PackLoader.load(edited(2, "productbaas").files()).hash());
    // the same pack again is fine, and is the one that is there
    JsonObject again =
        Waiting.until(content.bring(new PackRequest(TOKEN).toJson(), zip)).getJsonObject("pack");
    assertEquals(hash, again.getString("hash"));
    assertEquals(2, list().size());
  }

  @Test
  void aPackWithFaultsIsRefusedWholeAndTheOldOneKeepsServing() {
    PackFixture broken =
        edited(2, "<b>productbaas</b>")
            .edit(SCAN, json -> json.put("surprise", 1))
            .remove("texts/en/guides/roadmap.json");
    BusFailure refused =
        Waiting.failure(
            BusFailure.class, content.bring(new PackRequest(TOKEN).toJson(), zip(broken)));
    assertEquals("422 invalid-pack", refused.status() + " " + refused.code());
    List<String> faults =
        refused.details().orElseThrow().getJsonArray("faults").stream()
            .map(JsonObject.class::cast)
            .map(it -> it.getString("file") + " " + it.getString("pointer"))
            .toList();
    assertTrue(
        faults.containsAll(
            List.of(NL_ROLE + " /name", SCAN + " /surprise", "texts/en/guides/roadmap.json ")),
        faults::toString);
    assertEquals(1, list().size());
    assertEquals("productmanager", name(content));

    BusFailure noZip =
        Waiting.failure(
            BusFailure.class, content.bring(new PackRequest(TOKEN).toJson(), new byte[100]));
    assertEquals("422 invalid-pack", noZip.status() + " " + noZip.code());
  }

  /** Somebody who publishes holds it up, in which time everybody else can see how far it is. */
  @Test
  void anImportThatTakesLongSaysHowFarItIsAndWhatCameOfItToWhoeverAsksAgain() {
    byte[] zip = zip(edited(2, "productbaas"));
    Pool pool = PostgresPool.create(content.vertx(), database);
    SqlConnection publishing = Waiting.until(pool.getConnection());
    Transaction held = Waiting.until(publishing.begin());
    hold(publishing);
    Future<JsonObject> brought = content.bring(new PackRequest(TOKEN).toJson(), zip);
    JsonObject importing = null;
    while (importing == null || importing.getInteger("documents") == null) {
      assertFalse(brought.isComplete(), "it ended without a word about itself");
      importing = importing();
    }
    assertEquals(
        new JsonObject().put("documents", 9).put("stored", 0).put("searchable", 0), importing);
    Future<JsonObject> other = content.bring(new PackRequest(TOKEN).toJson(), new byte[100]);
    assertEquals(503, Waiting.failure(BusFailure.class, other).status());
    Waiting.until(held.rollback());
    Waiting.until(brought.otherwiseEmpty());
    while (importing != null) {
      importing = importing();
    }
    assertEquals(2, list().size());

    // what came of it is known without the database, which somebody else holds once more
    Transaction again = Waiting.until(publishing.begin());
    hold(publishing);
    bring(edited(2, "productbaas"));
    Waiting.until(again.rollback());
    Waiting.until(publishing.close().eventually(pool::close));
  }

  private static void hold(SqlConnection publishing) {
    String lock = "SELECT pg_advisory_xact_lock(x'726f6c6577697365'::bigint)";
    Waiting.until(publishing.query("/* content.test_publishing */ " + lock).execute());
  }

  private JsonObject importing() {
    return Waiting.until(content.edit(PackAddress.LIST, new PackRequest(TOKEN).toJson()))
        .getJsonObject("importing");
  }

  @Test
  void aPackOfAnotherIdIsKeptBesideTheOneOnShow() {
    PackFixture other = edited(7, "productbaas").edit("pack.json", json -> json.put("id", "other"));
    JsonObject brought =
        Waiting.until(content.bring(new PackRequest(TOKEN).toJson(), zip(other)))
            .getJsonObject("pack");
    assertEquals("other", brought.getString("id"));
    assertFalse(brought.getBoolean("shown"));
    JsonObject published =
        Waiting.until(
            content.edit(
                PackAddress.PUBLISH, new PackPublishRequest(TOKEN, "other", 7, null).toJson()));
    assertTrue(published.getJsonObject("pack").getBoolean("current"));
    // what is on show comes first, and readers see nothing else
    assertEquals(
        List.of("test-pack", "other"),
        list().stream().map(it -> ((JsonObject) it).getString("id")).toList());
    assertEquals("productmanager", name(content));
  }

  @Test
  void whoeverHasNoRightLearnsNothing() {
    bring(edited(2, "productbaas"));
    for (String token : List.of("", "x", TOKEN + "x", TOKEN.toLowerCase())) {
      List<Future<JsonObject>> asked =
          List.of(
              content.edit(PackAddress.LIST, new PackRequest(token).toJson()),
              content.edit(PackAddress.DIFF, new PackDiffRequest(token, PACK, 1, 2).toJson()),
              content.edit(PackAddress.PUBLISH, new PackPublishRequest(token, PACK, 2, 1).toJson()),
              content.edit(PackAddress.WITHDRAW, new PackVersionRequest(token, PACK, 1).toJson()),
              content.edit(PackAddress.EXPORT, new PackVersionRequest(token, PACK, 1).toJson()),
              content.bring(new PackRequest(token).toJson(), zip(edited(9, "x"))));
      for (Future<JsonObject> one : asked) {
        BusFailure refused = Waiting.failure(BusFailure.class, one);
        assertEquals("404 not-found", refused.status() + " " + refused.code());
      }
    }
    assertEquals("productmanager", name(content));
    assertFalse(list().getJsonObject(1).getBoolean("withdrawn"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (Future<JsonObject> asked :
        List.of(
            publish(7, 1),
            content.edit(PackAddress.WITHDRAW, version(7)),
            content.edit(PackAddress.DIFF, new PackDiffRequest(TOKEN, PACK, 1, 7).toJson()),
            content.edit(
                PackAddress.PUBLISH, new PackPublishRequest(TOKEN, "other", 1, 1).toJson()))) {
      assertEquals(404, Waiting.failure(BusFailure.class, asked).status());
    }
    assertNotEquals(0, list().size());
  }

  private JsonArray list() {
    return Waiting.until(content.edit(PackAddress.LIST, new PackRequest(TOKEN).toJson()))
        .getJsonArray("items");
  }

  private void bring(PackFixture pack) {
    Waiting.until(content.bring(new PackRequest(TOKEN).toJson(), zip(pack)));
  }

  private Future<JsonObject> publish(int version, Integer base) {
    return content.edit(
        PackAddress.PUBLISH, new PackPublishRequest(TOKEN, PACK, version, base).toJson());
  }

  private static JsonObject version(int version) {
    return new PackVersionRequest(TOKEN, PACK, version).toJson();
  }

  private JsonObject export(Integer version) {
    return Waiting.until(asked(version)).body().toJsonObject();
  }

  private Future<dev.rolewise.runtime.bus.BusDocument> asked(Integer version) {
    return content.ask(
        ContentAddress.INSTRUMENT_EXPORT,
        new InstrumentExportRequest("role-gap-scan", version).toJson());
  }

  private static String name(RunningContent content) {
    return content
        .answer(ContentAddress.ROLE_GET, new DocumentRequest("nl", "product-manager").toJson())
        .body()
        .toJsonObject()
        .getString("name");
  }

  private static PackFixture edited(int version, String name) {
    PackFixture pack = new PackFixture();
    return (version == 1 ? pack : pack.edit("pack.json", json -> json.put("version", version)))
        .edit(NL_ROLE, json -> json.put("name", name));
  }

  private static byte[] zip(PackFixture pack) {
    return PackArchive.write(new PackFiles("x", new TreeMap<>(pack.files().content())));
  }
}
