package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.contract.GoldenMessages;
import dev.rolewise.content.contract.InstrumentExport;
import dev.rolewise.content.contract.InstrumentExportRequest;
import dev.rolewise.content.contract.InstrumentRequest;
import dev.rolewise.content.contract.RoleCompareRequest;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.bus.BusFailure;
import dev.rolewise.runtime.json.CanonicalJson;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation over a real bus and a real PostgreSQL, with the test pack. */
@ExtendWith(PostgresDatabase.class)
class ContentOperationsTest {
  private static final String SCAN = "role-gap-scan";
  // changes only with the test pack; an accidental change of the hash rule shows here
  private static final String SCAN_HASH =
      "f4e697a0c8a2a54e2e6a85e9307344e7ed9481892bef0c2bd10ffd0bc828e50c";
  private static final String ROLE_ETAG =
      "\"204f795028b0a60d1191f69a07f0c163ee52ebefc03cd14f8359063e5bd7def1\"";

  private static DatabaseSettings database;
  private static RunningContent content;

  @BeforeAll
  static void start(TestDatabase testDatabase) {
    database = testDatabase.settings(ContentSettings.SCHEMA);
    assertTrue(new Migrations(database, "db/content").run() > 0);
    content = RunningContent.start(database);
  }

  @AfterAll
  static void stop() {
    content.close();
  }

  static Stream<Arguments> golden() {
    return Stream.concat(
        GoldenMessages.names().stream().map(it -> Arguments.of(it, GoldenMessages.message(it))),
        // of the previous release, which goes on asking during an upgrade
        GoldenMessages.releasedNames().stream()
            .map(it -> Arguments.of(it + " released", GoldenMessages.released(it))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("golden")
  void answersTheGoldenRequestsInTheirShape(String name, JsonObject message) {
    var reply = content.ask(message.getString("address"), message.getJsonObject("request"));
    JsonObject failure = message.getJsonObject("failure");
    if (failure == null) {
      BusDocument document = Waiting.until(reply);
      JsonObject headers = message.getJsonObject("headers");
      assertEquals(headers.fieldNames(), document.headers().keySet());
      assertEquals(headers.getString("language"), document.headers().get("language"));
      assertTrue(document.headers().get("etag").matches("\"[0-9a-f]{64}\""));
      GoldenShape.assertSame(message.getJsonObject("reply"), document.body().toJsonObject());
    } else {
      BusFailure refused = Waiting.failure(BusFailure.class, reply);
      JsonArray faults = new JsonArray();
      refused
          .faults()
          .forEach(
              fault ->
                  faults.add(
                      new JsonObject().put("pointer", fault.pointer()).put("code", fault.code())));
      assertEquals(failure.getInteger("status"), refused.status());
      assertEquals(failure.getString("code"), refused.code());
      assertEquals(failure.getJsonArray("faults"), faults);
    }
  }

  @Test
  void listsScoredRolesFirstAndInTheInstrumentsOrder() {
    JsonObject list = json(ContentAddress.ROLE_LIST, new CatalogueRequest("nl").toJson());
    assertEquals(
        new JsonArray()
            .add(
                new JsonObject()
                    .put("id", "product-manager")
                    .put("name", "productmanager")
                    .put("summary", "Wat een productmanager doet.")
                    .put("scored", true)),
        new JsonArray().add(list.getJsonArray("items").getJsonObject(0)));
    assertEquals(
        List.of("product-manager", "project-manager", "programme-manager"),
        list.getJsonArray("items").stream().map(it -> ((JsonObject) it).getString("id")).toList());
  }

  @ParameterizedTest
  @CsvSource({"nl,nl", "nl-BE,nl", "NL,nl", "en,en", "fy,en", "de-nl,en", "'',en", ",en"})
  void answersInTheLanguageItHas(String locale, String language) {
    BusDocument role =
        content.answer(
            ContentAddress.ROLE_GET, new DocumentRequest(locale, "project-manager").toJson());
    assertEquals(language, role.headers().get("language"));
    assertEquals(
        language.equals("nl") ? "projectmanager" : "project manager",
        role.body().toJsonObject().getString("name"));
  }

  @Test
  void saysWhatTheCatalogueOfAReferenceAsksFor() {
    JsonObject role =
        json(ContentAddress.ROLE_GET, new DocumentRequest("nl", "product-manager").toJson());
    JsonObject reference = role.getJsonArray("taxonomy").getJsonObject(0);
    assertEquals("ESCO", reference.getString("scheme"));
    assertNull(reference.getValue("uri"), "an address that is not known stays null");
    assertEquals(
        "This service uses the ESCO classification of the European Commission.",
        reference.getString("attribution"));
  }

  @Test
  void leavesNoReferenceBehind() {
    String role =
        content
            .answer(ContentAddress.ROLE_GET, new DocumentRequest("nl", "product-manager").toJson())
            .body()
            .toString();
    assertFalse(role.contains("\"$"), role);
  }

  @Test
  void theSameBytesHaveTheSameTagAndAnotherLanguageAnotherOne() {
    JsonObject dutch = new DocumentRequest("nl", "product-manager").toJson();
    JsonObject english = new DocumentRequest("en", "product-manager").toJson();
    String tag = content.answer(ContentAddress.ROLE_GET, dutch).headers().get("etag");
    assertEquals(ROLE_ETAG, tag);
    assertEquals(tag, content.answer(ContentAddress.ROLE_GET, dutch).headers().get("etag"));
    String other = content.answer(ContentAddress.ROLE_GET, english).headers().get("etag");
    assertFalse(tag.equals(other));
    // another process on the same database
    try (RunningContent second = RunningContent.start(database)) {
      assertEquals(tag, second.answer(ContentAddress.ROLE_GET, dutch).headers().get("etag"));
    }
  }

  @Test
  void comparesAspectByAspect() {
    JsonObject reply =
        json(
            ContentAddress.ROLE_COMPARE,
            new RoleCompareRequest("en", List.of("project-manager", "programme-manager")).toJson());
    JsonArray aspects = reply.getJsonArray("aspects");
    assertEquals(
        List.of(
            "summary",
            "definition",
            "focus",
            "skills",
            "tasks",
            "responsibilities",
            "dayInTheLife",
            "challenges",
            "notThisRole",
            "worksWith",
            "variants"),
        aspects.stream().map(it -> ((JsonObject) it).getString("aspect")).toList());
    assertEquals("What a project manager does.", value(aspects, 0, "project-manager"));
    assertEquals("The question.", value(aspects, 2, "project-manager"));
    assertEquals(
        new JsonArray().add("Main task: Does it."), value(aspects, 4, "programme-manager"));
    assertEquals(
        new JsonArray()
            .add("09:00 project manager: reads what came in.")
            .add("11:30 Meets a colleague."),
        value(aspects, 6, "project-manager"));
    assertEquals(
        new JsonArray().add("product manager: Daily."), value(aspects, 9, "project-manager"));
    assertEquals(new JsonArray().add("Daily."), value(aspects, 9, "programme-manager"));
  }

  @Test
  void refusesEveryWrongIdOfAComparison() {
    BusFailure refused =
        Waiting.failure(
            BusFailure.class,
            content.ask(
                ContentAddress.ROLE_COMPARE,
                new RoleCompareRequest("en", List.of("a", "product-manager", "b", "a", "c"))
                    .toJson()));
    assertEquals(422, refused.status());
    assertEquals(
        List.of("/ids out-of-range", "/ids/0 unknown", "/ids/2 unknown", "/ids/3 unknown"),
        refused.faults().stream().map(it -> it.pointer() + " " + it.code()).toList());
  }

  @Test
  void instrumentCarriesTheHashOfItsExport() {
    JsonObject instrument =
        json(ContentAddress.INSTRUMENT_GET, new InstrumentRequest("nl", SCAN, 1).toJson());
    InstrumentExport export =
        InstrumentExport.from(
            content
                .answer(
                    ContentAddress.INSTRUMENT_EXPORT,
                    new InstrumentExportRequest(SCAN, null).toJson())
                .body());
    assertEquals(SCAN_HASH, export.hash());
    assertEquals(export.hash(), CanonicalJson.sha256(export.hashed()));
    assertEquals(export.hash(), instrument.getString("hash"));
    assertEquals(Set.of("en", "nl"), export.texts().fieldNames());
    assertEquals("$stem", export.structure().getString("stem"));
    assertNull(export.structure().getValue("hash"));
    assertEquals("Hoe vaak?", instrument.getString("stem"));
    JsonObject listed =
        json(ContentAddress.INSTRUMENT_LIST, new CatalogueRequest("nl").toJson())
            .getJsonArray("items")
            .getJsonObject(0);
    assertEquals(export.hash(), listed.getString("hash"));
  }

  @Test
  void doesNotFindWhatIsNotThere() {
    for (String id : List.of("", "../x", "product-manager ", "a".repeat(3_000))) {
      BusFailure refused =
          Waiting.failure(
              BusFailure.class,
              content.ask(ContentAddress.SCENARIO_GET, new DocumentRequest("en", id).toJson()));
      assertEquals("404 not-found", refused.status() + " " + refused.code());
    }
  }

  @Test
  void isReadyWithADatabaseAndAPack() {
    assertTrue(content.ready());
  }

  private static Object value(JsonArray aspects, int index, String role) {
    return aspects.getJsonObject(index).getJsonObject("values").getValue(role);
  }

  private static JsonObject json(String address, JsonObject body) {
    return content.answer(address, body).body().toJsonObject();
  }
}
