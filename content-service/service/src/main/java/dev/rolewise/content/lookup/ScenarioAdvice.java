package dev.rolewise.content.lookup;

import dev.rolewise.content.pack.JsonItems;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scenarios advise to a team that recognises some of their signals, and why: each scenario
 * with the signals that speak for it, and each role with the scenarios that lead to it. Counted,
 * not computed: it says what fits, and leaves the conclusion to whoever reads it.
 */
public final class ScenarioAdvice {
  private final Map<String, JsonObject> scenarios = new LinkedHashMap<>();
  private final Map<String, String> roleNames;

  private record Match(JsonObject scenario, List<Integer> places) {
    String id() {
      return scenario.getString("id");
    }

    int of() {
      return scenario.getJsonArray("signals").size();
    }

    /** Shares compared without rounding: a third is a third. */
    static int byShare(Match one, Match other) {
      return Integer.compare(other.places.size() * one.of(), one.places.size() * other.of());
    }
  }

  /**
   * @param scenarios finished documents
   * @param roleNames by id, in the order to show them
   */
  public ScenarioAdvice(List<JsonObject> scenarios, Map<String, String> roleNames) {
    scenarios.forEach(scenario -> this.scenarios.put(scenario.getString("id"), scenario));
    this.roleNames = roleNames;
  }

  /** Whether a scenario has such a signal. */
  public boolean has(String signal) {
    int dot = signal.lastIndexOf('.');
    if (dot < 0 || !signal.substring(dot + 1).matches("[1-9][0-9]{0,2}")) {
      return false;
    }
    JsonObject scenario = scenarios.get(signal.substring(0, dot));
    return scenario != null && place(signal) <= scenario.getJsonArray("signals").size();
  }

  /**
   * The scenarios that fit, best first, and the roles they lead to.
   *
   * @param signals that exist, each once
   */
  public JsonObject weigh(List<String> signals) {
    List<Match> matches = matches(signals);
    JsonArray items = new JsonArray();
    matches.forEach(match -> items.add(item(match)));
    return new JsonObject().put("items", items).put("roles", roles(matches));
  }

  private List<Match> matches(List<String> signals) {
    List<Match> matches = new ArrayList<>();
    for (JsonObject scenario : scenarios.values()) {
      String prefix = scenario.getString("id") + ".";
      List<Integer> places =
          signals.stream()
              .filter(signal -> signal.substring(0, signal.lastIndexOf('.') + 1).equals(prefix))
              .map(ScenarioAdvice::place)
              .sorted()
              .toList();
      if (!places.isEmpty()) {
        matches.add(new Match(scenario, places));
      }
    }
    matches.sort(
        ((Comparator<Match>) Match::byShare)
            .thenComparing(match -> -match.places().size())
            .thenComparing(Match::id));
    return matches;
  }

  private JsonObject item(Match match) {
    JsonObject scenario = match.scenario();
    List<String> texts = JsonItems.texts(scenario, "signals");
    JsonArray recognised = new JsonArray();
    for (int place : match.places()) {
      recognised.add(
          new JsonObject().put("id", match.id() + "." + place).put("text", texts.get(place - 1)));
    }
    JsonArray roles = new JsonArray();
    JsonItems.texts(scenario, "roles").forEach(role -> roles.add(named(role)));
    return new JsonObject()
        .put("id", match.id())
        .put("title", scenario.getString("title"))
        .put("signals", recognised)
        .put("of", match.of())
        .put("roles", roles)
        .put("advice", scenario.getString("advice"))
        .put("why", scenario.getString("why"))
        .put("butWhen", scenario.getString("butWhen"));
  }

  private JsonArray roles(List<Match> matches) {
    JsonArray roles = new JsonArray();
    List<JsonObject> led = new ArrayList<>();
    for (String role : roleNames.keySet()) {
      List<Match> leading =
          matches.stream()
              .filter(match -> JsonItems.texts(match.scenario(), "roles").contains(role))
              .toList();
      if (!leading.isEmpty()) {
        int signals = leading.stream().mapToInt(match -> match.places().size()).sum();
        JsonArray because = new JsonArray(leading.stream().map(Match::id).toList());
        led.add(named(role).put("signals", signals).put("because", because));
      }
    }
    led.sort(Comparator.comparingInt(role -> -role.getInteger("signals")));
    led.forEach(roles::add);
    return roles;
  }

  private JsonObject named(String role) {
    return new JsonObject().put("id", role).put("name", roleNames.get(role));
  }

  private static int place(String signal) {
    return Integer.parseInt(signal.substring(signal.lastIndexOf('.') + 1));
  }
}
