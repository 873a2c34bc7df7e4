package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/**
 * The areas that a role's tasks and the parts of its brief are tied to are those of an instrument.
 */
final class RoleAreasRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    if (pack.hasUnreadableInstrument()) {
      return;
    }
    Set<String> areas = pack.areas();
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      Place place = Place.of(role.file(), faults);
      check(role.structure(), "tasks", place, areas);
      JsonObject brief = role.structure().getJsonObject("brief");
      if (brief != null) {
        check(brief, "parts", place.member("brief"), areas);
      }
    }
  }

  private static void check(JsonObject parent, String list, Place place, Set<String> areas) {
    List<JsonObject> elements = JsonItems.objects(parent, list);
    for (int i = 0; i < elements.size(); i++) {
      List<String> named = JsonItems.texts(elements.get(i), "areas");
      Place at = place.member(list).element(i).member("areas");
      for (int j = 0; j < named.size(); j++) {
        if (!areas.contains(named.get(j))) {
          at.element(j).fault("names an area that no instrument has: " + named.get(j));
        }
      }
    }
  }
}
