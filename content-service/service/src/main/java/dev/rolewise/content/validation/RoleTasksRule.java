package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.DocumentKind;
import dev.rolewise.content.pack.JsonItems;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** The responsibilities that a role's tasks are tied to are those of an instrument. */
final class RoleTasksRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    if (pack.hasUnreadableInstrument()) {
      return;
    }
    Set<String> areas = pack.areas();
    for (Document role : pack.documents(DocumentKind.ROLE)) {
      List<JsonObject> tasks = JsonItems.objects(role.structure(), "tasks");
      for (int i = 0; i < tasks.size(); i++) {
        List<String> named = JsonItems.texts(tasks.get(i), "areas");
        Place place = Place.of(role.file(), faults).member("tasks").element(i).member("areas");
        for (int j = 0; j < named.size(); j++) {
          if (!areas.contains(named.get(j))) {
            place.element(j).fault("names an area that no instrument has: " + named.get(j));
          }
        }
      }
    }
  }
}
