package dev.rolewise.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.contract.CatalogueRequest;
import dev.rolewise.content.contract.ContentAddress;
import dev.rolewise.content.contract.RoleCompareRequest;
import dev.rolewise.content.contract.ScenarioAdviceRequest;
import dev.rolewise.content.contract.SearchRequest;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.runtime.postgres.DatabaseSettings;
import dev.rolewise.runtime.postgres.Migrations;
import dev.rolewise.runtime.postgres.PostgresDatabase;
import dev.rolewise.runtime.postgres.TestDatabase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers do with the pack that ships: compare, search, weigh. */
@ExtendWith(PostgresDatabase.class)
class ShippedPackTest {
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

  @Test
  void anyTwoToFourRolesCanBeCompared() {
    List<String> roles = ids(ask(ContentAddress.ROLE_LIST, new CatalogueRequest("nl").toJson()));
    assertEquals(11, roles.size());
    List<List<String>> choices = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      for (int j = 0; j < roles.size(); j++) {
        if (i != j) {
          choices.add(List.of(roles.get(i), roles.get(j)));
        }
      }
      choices.add(rotated(roles, i, 3));
      choices.add(rotated(roles, i, 4));
    }
    assertEquals(132, choices.size());
    for (List<String> ids : choices) {
      JsonObject reply =
          ask(ContentAddress.ROLE_COMPARE, new RoleCompareRequest("nl", ids).toJson());
      List<JsonObject> aspects = JsonItems.objects(reply, "aspects");
      assertEquals(11, aspects.size());
      for (JsonObject aspect : aspects) {
        JsonObject values = aspect.getJsonObject("values");
        assertEquals(ids, List.copyOf(values.fieldNames()));
        for (String id : ids) {
          Object value = values.getValue(id);
          assertTrue(
              value instanceof JsonArray list ? !list.isEmpty() : !((String) value).isBlank(),
              () -> aspect.getString("aspect") + " of " + id);
        }
      }
    }
  }

  private static List<String> rotated(List<String> roles, int from, int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(roles.get((from + 2 * i) % roles.size()));
    }
    return chosen;
  }

  @ParameterizedTest
  @CsvSource({
    "en,roadmaps,guide/roadmap",
    "en,who keeps the roadmap,role/product-manager",
    "en,risk register,guide/risk-register",
    "en,managing programmes,role/programme-manager",
    "nl,deadlines schuiven,scenario/always-late",
    "nl,projectplannen,guide/project-plan",
    "nl,risico's,guide/risk-register",
    "nl,wie houdt de roadmap bij,role/product-manager"
  })
  void readersFindWhatTheyLookForInTheirLanguage(String locale, String typed, String expected) {
    List<String> found = new ArrayList<>();
    JsonObject reply = search(locale, typed);
    for (JsonObject hit : JsonItems.objects(reply, "items")) {
      found.add(hit.getString("kind") + "/" + hit.getString("id"));
    }
    assertTrue(found.indexOf(expected) >= 0 && found.indexOf(expected) < 6, found::toString);
  }

  @Test
  void everyHitShowsTextOfThePackInThatLanguage() {
    for (String locale : List.of("en", "nl")) {
      JsonObject reply = search(locale, locale.equals("en") ? "project" : "projecten");
      List<JsonObject> hits = JsonItems.objects(reply, "items");
      assertEquals(20, hits.size());
      for (JsonObject hit : hits) {
        List<JsonObject> snippet = JsonItems.objects(hit, "snippet");
        assertFalse(snippet.isEmpty(), hit::encode);
        for (JsonObject segment : snippet) {
          assertEquals(Set.of("text", "hit"), segment.fieldNames());
          String text = segment.getString("text");
          assertTrue(
              !segment.getBoolean("hit") || text.toLowerCase().contains("project"),
              () -> hit.encode());
        }
      }
    }
  }

  @Test
  void signalsLeadToRolesWithAReason() {
    JsonObject reply =
        ask(
            ContentAddress.SCENARIO_ADVISE,
            new ScenarioAdviceRequest(
                    "nl", List.of("always-late.1", "always-late.2", "few-new-products.1"))
                .toJson());
    assertEquals(List.of("always-late", "few-new-products"), ids(reply));
    List<JsonObject> roles = JsonItems.objects(reply, "roles");
    assertEquals("project-manager", roles.get(0).getString("id"));
    assertEquals(2, roles.get(0).getInteger("signals"));
    assertEquals(new JsonArray().add("always-late"), roles.get(0).getJsonArray("because"));
    assertTrue(
        JsonItems.objects(reply, "items").stream().noneMatch(it -> it.getString("why").isBlank()));
  }

  private static JsonObject search(String locale, String typed) {
    return ask(
        ContentAddress.SEARCH, new SearchRequest(locale, SearchRequest.normalised(typed)).toJson());
  }

  private static List<String> ids(JsonObject reply) {
    return JsonItems.objects(reply, "items").stream().map(it -> it.getString("id")).toList();
  }

  private static JsonObject ask(String address, JsonObject body) {
    return content.answer(address, body).body().toJsonObject();
  }
}
