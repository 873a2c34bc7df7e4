package dev.rolewise.content.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.Pack;
import dev.rolewise.content.pack.PackFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pack that ships with the service. A fault in it fails the build with the whole list. */
class BundledPackTest {
  private static final Set<String> SCORED =
      Set.of("product-manager", "project-manager", "programme-manager");
  private static final Set<String> NEIGHBOURS =
      Set.of(
          "product-owner",
          "delivery-manager",
          "scrum-master",
          "business-analyst",
          "product-marketing-manager",
          "pmo-support",
          "team-lead-hat",
          "team-agreement");

  private final Pack pack = PackLoader.load(PackFiles.onClassPath("packs/rolewise-core"));

  @Test
  void hasEveryRoleOfTheCatalogue() {
    Set<String> scored = new HashSet<>();
    Set<String> neighbours = new HashSet<>();
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      (role.structure().getBoolean("scored") ? scored : neighbours).add(role.id());
    }
    assertEquals(SCORED, scored);
    assertEquals(NEIGHBOURS, neighbours);
  }

  @Test
  void hasTheWholeQuestionnaire() {
    Document scan = pack.documents(DocumentKind.INSTRUMENT).get(0);
    assertEquals("role-gap-scan", scan.id());
    assertEquals(10, JsonItems.objects(scan.structure(), "areas").size());
    assertEquals(20, JsonItems.objects(scan.structure(), "items").size());
    assertEquals(4, JsonItems.objects(scan.structure(), "scenarios").size());
    assertEquals(
        List.of(3, 3, 2),
        JsonItems.objects(scan.structure(), "sides").stream()
            .map(side -> side.getInteger("minimumAreas"))
            .toList());
  }

  @Test
  void hasScenariosGuidesAndTerms() {
    assertTrue(pack.documents(DocumentKind.SCENARIO).size() >= 12);
    Set<String> guides =
        pack.documents(DocumentKind.GUIDE).stream().map(Document::id).collect(Collectors.toSet());
    assertTrue(
        guides.containsAll(Set.of("swot", "roadmap", "project-plan", "risk-register", "kick-off")),
        guides.toString());
    Document glossary = pack.documents(DocumentKind.GLOSSARY).get(0);
    Set<String> terms =
        JsonItems.objects(glossary.structure(), "terms").stream()
            .map(term -> term.getString("id"))
            .collect(Collectors.toSet());
    assertTrue(
        terms.containsAll(Set.of("product", "project", "product-management", "project-management")),
        terms.toString());
  }

  @Test
  void everyResponsibilityIsATaskOfARoleOnItsSide() {
    Document scan = pack.documents(DocumentKind.INSTRUMENT).get(0);
    for (var side : JsonItems.objects(scan.structure(), "sides")) {
      Document role =
          pack.documents(DocumentKind.ROLE).stream()
              .filter(candidate -> candidate.id().equals(side.getString("role")))
              .findFirst()
              .orElseThrow();
      Set<String> covered =
          JsonItems.objects(role.structure(), "tasks").stream()
              .flatMap(task -> JsonItems.texts(task, "areas").stream())
              .collect(Collectors.toSet());
      for (var area : JsonItems.objects(scan.structure(), "areas")) {
        if (area.getString("side").equals(side.getString("id"))) {
          assertTrue(covered.contains(area.getString("id")), role.id() + " " + area);
        }
      }
    }
  }
}
