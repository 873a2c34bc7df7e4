package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.BriefVariant;
import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.DocumentRequest;
import dev.rolewise.content.contract.RoleBriefRequest;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.runtime.bus.BusDocument;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Briefs of the pack that ships, over the bus and out of a database. */
@ExtendWith(PostgresDatabase.class)
class RoleBriefTest {
  private static RunningContent content;

  @BeforeAll
  static void start(TestDatabase testDatabase) {
    DatabaseSettings database = testDatabase.settings(ContentSettings.SCHEMA);
    new Migrations(database, "db/content").run();
    content = RunningContent.start(RunningContent.shipped(database));
  }

  @AfterAll
  static void stop() {
    content.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "nl"})
  void everyRoleHasABriefForEveryWayToFillIt(String locale) {
    Set<String> seen = new HashSet<>();
    for (String id : roles()) {
      JsonObject role = json(ContentAddress.ROLE_GET, new DocumentRequest(locale, id).toJson());
      assertEquals(true, role.getValue("brief"), id);
      for (String variant : BriefVariant.codes()) {
        BusDocument reply = ask(locale, id, variant);
        assertEquals(locale, reply.headers().get("language"));
        JsonObject brief = reply.body().toJsonObject();
        assertEquals(role.getString("name"), brief.getJsonObject("role").getString("name"));
        assertEquals(role.getJsonArray("notThisRole"), brief.getJsonArray("notThisRole"));
        assertFalse(reply.body().toString().contains("\"$"), id);
        assertWhole(brief, id + " " + variant);
        assertTrue(seen.add(brief.encode()), id + " " + variant);
      }
    }
    assertEquals(33, seen.size());
  }

  /** Each responsibility is prepared in every phase and asked about; nothing hangs in the air. */
  private static void assertWhole(JsonObject brief, String what) {
    Set<String> known = new HashSet<>();
    JsonItems.objects(brief, "responsibilities").forEach(it -> known.add(it.getString("id")));
    assertFalse(known.isEmpty(), what);
    List<JsonObject> phases = JsonItems.objects(brief, "firstDays");
    assertEquals(
        List.of(30, 60, 90), phases.stream().map(it -> it.getInteger("until")).toList(), what);
    for (JsonObject phase : phases) {
      assertEquals(known, responsibilities(JsonItems.objects(phase, "steps")), what);
    }
    assertEquals(known, responsibilities(JsonItems.objects(brief, "questions")), what);
    assertFalse(brief.getJsonArray("arrange").isEmpty(), what);
  }

  private static Set<String> responsibilities(List<JsonObject> entries) {
    Set<String> named = new HashSet<>();
    entries.stream()
        .map(it -> it.getString("responsibility"))
        .filter(it -> it != null)
        .forEach(named::add);
    return named;
  }

  @Test
  void theVariantsDifferInWhatHasToBeArrangedAndAsked() {
    Set<Object> arranged = new HashSet<>();
    Set<Object> asked = new HashSet<>();
    Set<Object> begun = new HashSet<>();
    for (String variant : BriefVariant.codes()) {
      JsonObject brief = ask("nl", "project-manager", variant).body().toJsonObject();
      arranged.add(brief.getJsonArray("arrange"));
      // those of the responsibilities, without what comes with the variant
      asked.add(
          JsonItems.objects(brief, "questions").stream()
              .filter(it -> it.getString("responsibility") != null)
              .toList());
      begun.add(brief.getJsonArray("firstDays"));
      assertEquals(variant, brief.getJsonObject("variant").getString("id"));
    }
    assertEquals(List.of(3, 3, 3), List.of(arranged.size(), asked.size(), begun.size()));
  }

  @Test
  void theScoredRolesCoverTheAreasTheyAreScoredOn() {
    assertEquals(Set.of("P1", "P2", "P3", "P4"), areas("product-manager"));
    assertEquals(Set.of("J1", "J2", "J3", "J4"), areas("project-manager"));
    assertEquals(Set.of("G1", "G2"), areas("programme-manager"));
  }

  private static Set<String> areas(String role) {
    Set<String> areas = new HashSet<>();
    JsonItems.objects(ask("en", role, "hire").body().toJsonObject(), "responsibilities")
        .forEach(it -> areas.addAll(JsonItems.texts(it, "areas")));
    return areas;
  }

  private static List<String> roles() {
    JsonObject list = json(ContentAddress.ROLE_LIST, new CatalogueRequest("en").toJson());
    return JsonItems.objects(list, "items").stream().map(it -> it.getString("id")).toList();
  }

  private static BusDocument ask(String locale, String id, String variant) {
    return content.answer(
        ContentAddress.ROLE_BRIEF, new RoleBriefRequest(locale, id, variant).toJson());
  }

  private static JsonObject json(String address, JsonObject body) {
    return content.answer(address, body).body().toJsonObject();
  }
}
