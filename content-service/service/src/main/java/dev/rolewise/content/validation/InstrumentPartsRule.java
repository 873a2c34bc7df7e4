package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of an instrument fit: sides, areas, items, scenario options, hats and role names. */
final class InstrumentPartsRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document instrument : pack.documents(DocumentKind.INSTRUMENT)) {
      Place place = Place.of(instrument.file(), faults);
      checkAreas(instrument.structure(), place);
      checkItems(instrument.structure(), place);
      checkScenarios(instrument.structure(), place.member("scenarios"));
      checkHats(instrument.structure(), place.member("parameters").member("hats"));
      checkRoleNames(instrument.structure(), place.member("report").member("roles"));
    }
  }

  private static void checkAreas(JsonObject instrument, Place place) {
    Set<String> sides = ids(instrument, "sides");
    Map<String, Integer> areasOfSide = new HashMap<>();
    List<JsonObject> areas = JsonItems.objects(instrument, "areas");
    for (int i = 0; i < areas.size(); i++) {
      String side = areas.get(i).getString("side");
      areasOfSide.merge(side, 1, Integer::sum);
      if (!sides.contains(side)) {
        place.member("areas").element(i).member("side").fault("names no side: " + side);
      }
    }
    Set<String> options = new HashSet<>();
    List<JsonObject> declared = JsonItems.objects(instrument, "sides");
    for (int i = 0; i < declared.size(); i++) {
      JsonObject side = declared.get(i);
      Place at = place.member("sides").element(i);
      if (side.getInteger("minimumAreas") > areasOfSide.getOrDefault(side.getString("id"), 0)) {
        at.member("minimumAreas").fault("is more than the side has areas");
      }
      if (!options.add(side.getString("option"))) {
        at.member("option").fault("is another side's option already");
      }
    }
  }

  private static void checkItems(JsonObject instrument, Place place) {
    Map<String, List<String>> wordings = new HashMap<>();
    Set<String> areas = ids(instrument, "areas");
    List<JsonObject> items = JsonItems.objects(instrument, "items");
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.get(i);
      Place at = place.member("items").element(i);
      String area = item.getString("area");
      String wording = item.getString("wording");
      wordings.computeIfAbsent(area, key -> new ArrayList<>()).add(wording);
      if (!areas.contains(area)) {
        at.member("area").fault("names no area: " + area);
      }
      if (item.getBoolean("reversed") != wording.equals("b")) {
        at.member("reversed").fault("must be true for wording b and false for wording a");
      }
    }
    List<JsonObject> declared = JsonItems.objects(instrument, "areas");
    for (int i = 0; i < declared.size(); i++) {
      String id = declared.get(i).getString("id");
      List<String> found = wordings.getOrDefault(id, List.of()).stream().sorted().toList();
      if (!found.equals(List.of("a", "b"))) {
        place.member("areas").element(i).fault("must have one item a and one item b, has " + found);
      }
    }
  }

  private static void checkScenarios(JsonObject instrument, Place place) {
    Map<String, String> sideOfOption =
        JsonItems.objects(instrument, "sides").stream()
            .collect(
                Collectors.toMap(
                    side -> side.getString("option"),
                    side -> side.getString("id"),
                    (first, second) -> first));
    List<JsonObject> scenarios = JsonItems.objects(instrument, "scenarios");
    for (int i = 0; i < scenarios.size(); i++) {
      List<JsonObject> options = JsonItems.objects(scenarios.get(i), "options");
      Place at = place.element(i).member("options");
      Set<String> found = new HashSet<>();
      for (int j = 0; j < options.size(); j++) {
        String id = options.get(j).getString("id");
        found.add(id);
        boolean fits =
            Objects.equals(options.get(j).getString("side"), sideOfOption.get(id))
                && (sideOfOption.containsKey(id) || id.equals("none"));
        if (!fits) {
          at.element(j).fault("must be a side's option with that side, or none with null");
        }
      }
      if (!found.contains("none") || !found.containsAll(sideOfOption.keySet())) {
        at.fault("must have one option per side, and none");
      }
    }
  }

  private static void checkHats(JsonObject instrument, Place place) {
    Set<String> areas = ids(instrument, "areas");
    List<JsonObject> hats = JsonItems.objects(instrument.getJsonObject("parameters"), "hats");
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < hats.size(); i++) {
      if (!codes.add(hats.get(i).getString("code"))) {
        place.element(i).member("code").fault("is used for the second time");
      }
      List<String> named = JsonItems.texts(hats.get(i), "areas");
      for (int j = 0; j < named.size(); j++) {
        if (!areas.contains(named.get(j))) {
          place.element(i).member("areas").element(j).fault("names no area: " + named.get(j));
        }
      }
    }
  }

  private static void checkRoleNames(JsonObject instrument, Place place) {
    Set<String> roles =
        JsonItems.objects(instrument, "sides").stream()
            .map(side -> side.getString("role"))
            .collect(Collectors.toSet());
    Set<String> named = instrument.getJsonObject("report").getJsonObject("roles").fieldNames();
    for (String role : roles) {
      if (!named.contains(role)) {
        place.member(role).fault("is missing: a side's role needs a name for sentences");
      }
    }
    for (String role : named) {
      if (!roles.contains(role)) {
        place.member(role).fault("is not the role of a side");
      }
    }
  }

  private static Set<String> ids(JsonObject instrument, String list) {
    return JsonItems.objects(instrument, list).stream()
        .map(element -> element.getString("id"))
        .collect(Collectors.toSet());
  }
}
