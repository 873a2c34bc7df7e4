package dev.rolewise.content.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFiles;
import dev.rolewise.content.pack.References;
import dev.rolewise.content.validation.PackLoader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up in the pack that ships. */
class DutiesTest {
  private static final Pack PACK = PackLoader.load(PackFiles.onClassPath("packs/rolewise-core"));
  private static final List<JsonObject> ROLES = documents(DocumentKind.ROLE);
  private static final Duties DUTIES = new Duties(documents(DocumentKind.INSTRUMENT), ROLES);

  @Test
  void anAreaNamesTheExpectedRoleFirstAndEveryOtherWithATaskInIt() {
    JsonObject planning = found("role-gap-scan.areas.J1");
    assertEquals("area", planning.getString("kind"));
    List<JsonObject> roles = JsonItems.objects(planning, "roles");
    assertEquals("project-manager", roles.get(0).getString("id"));
    assertTrue(roles.get(0).getBoolean("expected"));
    assertEquals(
        List.of(
            "project-manager",
            "delivery-manager",
            "pmo-support",
            "scrum-master",
            "team-agreement",
            "team-lead-hat"),
        roles.stream().map(role -> role.getString("id")).toList());
    assertTrue(roles.stream().skip(1).noneMatch(role -> role.getBoolean("expected")));
    assertEquals(
        List.of("delivery-manager.tasks.flow"),
        JsonItems.objects(roles.get(1), "does").stream().map(it -> it.getString("id")).toList());
  }

  @Test
  void aTaskNamesItsAreasAndWhoElseWorksInThem() {
    JsonObject roadmap = found("product-manager.tasks.roadmap");
    assertEquals(List.of("product-manager"), ids(roadmap, "roles"));
    assertEquals(
        List.of("role-gap-scan.areas.P2", "role-gap-scan.areas.P3"), ids(roadmap, "areas"));
    assertTrue(ids(roadmap, "others").contains("product-owner"));
    assertFalse(ids(roadmap, "others").contains("product-manager"));
  }

  @Test
  void aResponsibilityAndAChallengeLeadToTheirRole() {
    assertEquals(
        List.of("product-manager"),
        ids(found("product-manager.responsibilities.pricing"), "roles"));
    // the same id in two roles means two things
    assertEquals(List.of("scrum-master"), ids(found("scrum-master.challenges.dates"), "roles"));
    assertEquals(
        List.of("delivery-manager"), ids(found("delivery-manager.challenges.dates"), "roles"));
    // and so do a task and a challenge of one role
    assertEquals("task", found("project-manager.tasks.risk-register").getString("kind"));
    assertEquals("challenge", found("project-manager.challenges.risk-register").getString("kind"));
  }

  /** There and back: what a role has leads to the role, and the role's list has it. */
  @Test
  void everyPartOfEveryRoleIsFoundFromBothSides() {
    Set<String> all = new HashSet<>(ids(DUTIES.list(null)));
    int parts = 0;
    for (JsonObject role : ROLES) {
      String id = role.getString("id");
      List<String> own = ids(DUTIES.list(id));
      for (String field : List.of("responsibilities", "tasks", "challenges")) {
        for (JsonObject part : JsonItems.objects(role, field)) {
          String duty = id + "." + field + "." + part.getString("id");
          assertTrue(own.contains(duty) && all.contains(duty), duty);
          assertEquals(List.of(id), ids(found(duty), "roles"), duty);
          parts++;
        }
      }
      for (String duty : own) {
        assertTrue(ids(found(duty), "roles").contains(id), duty + " for " + id);
      }
    }
    assertEquals(parts + 10, all.size());
    assertEquals(parts + 10, DUTIES.list(null).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "P1", "role-gap-scan.areas.p1", "project-manager.tasks", "a.b.c", "$x"})
  void whatIsNotThereIsNotFound(String id) {
    assertTrue(DUTIES.find(id).isEmpty());
  }

  private static JsonObject found(String id) {
    return DUTIES.find(id).orElseThrow();
  }

  private static List<String> ids(JsonObject parent, String name) {
    return ids(parent.getJsonArray(name));
  }

  private static List<String> ids(JsonArray items) {
    return items.stream().map(it -> ((JsonObject) it).getString("id")).toList();
  }

  private static List<JsonObject> documents(DocumentKind kind) {
    Stream<Document> documents = PACK.documents(kind).stream();
    return documents.map(it -> References.resolve(it.structure(), it.texts().get("nl"))).toList();
  }
}
