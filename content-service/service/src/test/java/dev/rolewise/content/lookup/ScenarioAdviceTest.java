package dev.rolewise.content.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.content.pack.JsonItems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioAdviceTest {
  private final ScenarioAdvice advice =
      new ScenarioAdvice(
          List.of(
              scenario("late", 4, List.of("planner"), "But."),
              scenario("new", 2, List.of("finder"), null),
              scenario("both", 3, List.of("finder", "planner"), "But."),
              scenario("fine", 3, List.of(), "But.")),
          names());

  @Test
  void theScenarioOfWhichMostIsRecognisedComesFirst() {
    JsonObject weighed =
        advice.weigh(List.of("late.4", "late.1", "fine.2", "new.2", "both.1", "both.3"));
    List<JsonObject> items = JsonItems.objects(weighed, "items");
    // two of three, then two of four before one of two, then one of three
    assertEquals(
        List.of("both 2/3", "late 2/4", "new 1/2", "fine 1/3"),
        items.stream()
            .map(
                it ->
                    it.getString("id")
                        + " "
                        + it.getJsonArray("signals").size()
                        + "/"
                        + it.getInteger("of"))
            .toList());
    JsonObject late = items.get(1);
    assertEquals(
        new JsonArray()
            .add(new JsonObject().put("id", "late.1").put("text", "late signal 1"))
            .add(new JsonObject().put("id", "late.4").put("text", "late signal 4")),
        late.getJsonArray("signals"));
    assertEquals("late advice", late.getString("advice"));
    assertEquals("late why", late.getString("why"));
    assertNull(items.get(2).getString("butWhen"));
    assertEquals(new JsonArray(), items.get(3).getJsonArray("roles"));
  }

  @Test
  void rolesComeWithTheScenariosThatLeadToThem() {
    JsonObject weighed = advice.weigh(List.of("both.1", "new.1", "new.2", "fine.1"));
    assertEquals(
        new JsonArray(
            "[{\"id\":\"finder\",\"name\":\"Finder\",\"signals\":3,\"because\":[\"new\",\"both\"]},"
                + "{\"id\":\"planner\",\"name\":\"Planner\",\"signals\":1,\"because\":[\"both\"]}]"),
        weighed.getJsonArray("roles"));
  }

  @Test
  void aHealthyTeamIsLedToNobody() {
    JsonObject weighed = advice.weigh(List.of("fine.1", "fine.2", "fine.3"));
    assertEquals(new JsonArray(), weighed.getJsonArray("roles"));
    assertEquals(1, weighed.getJsonArray("items").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"late.1", "late.4", "new.2"})
  void knowsItsSignals(String signal) {
    assertTrue(advice.has(signal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "late",
        "late.",
        "late.0",
        "late.01",
        "late.5",
        "late.-1",
        "late.9999999999",
        ".1",
        "nothing.1",
        "late.1.1",
        "late.١"
      })
  void andNoOthers(String signal) {
    assertFalse(advice.has(signal));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("planner", "Planner");
    names.put("finder", "Finder");
    return names;
  }

  private static JsonObject scenario(String id, int signals, List<String> roles, String butWhen) {
    JsonArray texts = new JsonArray();
    for (int i = 1; i <= signals; i++) {
      texts.add(id + " signal " + i);
    }
    return new JsonObject()
        .put("id", id)
        .put("title", id + " title")
        .put("signals", texts)
        .put("roles", new JsonArray(roles))
        .put("advice", id + " advice")
        .put("why", id + " why")
        .put("butWhen", butWhen);
  }
}
