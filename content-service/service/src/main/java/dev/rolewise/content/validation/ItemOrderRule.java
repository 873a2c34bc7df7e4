package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The two wordings of an area never follow one another: not in the whole questionnaire, nor in what
 * is left of it when sides drop out for a team with few initiatives.
 */
final class ItemOrderRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document instrument : pack.documents(DocumentKind.INSTRUMENT)) {
      Set<Integer> initiatives = new TreeSet<>();
      for (JsonObject side : JsonItems.objects(instrument.structure(), "sides")) {
        initiatives.add(side.getInteger("minimumInitiatives"));
      }
      initiatives.forEach(number -> checkOrder(instrument, number, faults));
    }
  }

  private static void checkOrder(Document instrument, int initiatives, PackFaults faults) {
    Set<String> dropped = areasThatDropOut(instrument.structure(), initiatives);
    List<JsonObject> items = JsonItems.objects(instrument.structure(), "items");
    String before = null;
    for (int i = 0; i < items.size(); i++) {
      String area = items.get(i).getString("area");
      if (dropped.contains(area)) {
        continue;
      }
      if (area.equals(before)) {
        Place.of(instrument.file(), faults)
            .member("items")
            .element(i)
            .fault(
                "follows the other wording of " + area + " with " + initiatives + " initiative(s)");
      }
      before = area;
    }
  }

  private static Set<String> areasThatDropOut(JsonObject instrument, int initiatives) {
    Set<String> sides = new HashSet<>();
    for (JsonObject side : JsonItems.objects(instrument, "sides")) {
      if (side.getInteger("minimumInitiatives") > initiatives) {
        sides.add(side.getString("id"));
      }
    }
    return JsonItems.objects(instrument, "areas").stream()
        .filter(area -> sides.contains(area.getString("side")))
        .map(area -> area.getString("id"))
        .collect(Collectors.toSet());
  }
}
