package dev.rolewise.content.validation;

import dev.rolewise.content.pack.Document;
import dev.rolewise.content.pack.PackFaults;
import dev.rolewise.content.pack.Place;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** A document's id is its file's name, and no list of a document uses an id or a value twice. */
final class IdsRule implements PackRule {
  @Override
  public void check(CheckedPack pack, PackFaults faults) {
    for (Document document : pack.wellShaped()) {
      Place place = Place.of(document.file(), faults);
      String id =
          switch (document.kind()) {
            case GLOSSARY -> "glossary";
            case BRIEF -> "brief";
            default -> document.structure().getString("id");
          };
      if (!document.id().equals(id)) {
        place.member("id").fault("must be the name of its file, " + document.id());
      }
      checkMembers(document.structure(), place);
    }
  }

  private static void checkMembers(JsonObject object, Place place) {
    for (String name : object.fieldNames()) {
      Object value = object.getValue(name);
      if (value instanceof JsonObject child) {
        checkMembers(child, place.member(name));
      } else if (value instanceof JsonArray array) {
        checkElements(array, place.member(name));
      }
    }
  }

  private static void checkElements(JsonArray array, Place place) {
    Set<Object> seen = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      Object element = array.getValue(i);
      if (element instanceof JsonObject object) {
        String idField = object.containsKey("id") ? "id" : "value";
        Object id = object.getValue(idField);
        if (id != null && !seen.add(id)) {
          place.element(i).member(idField).fault("is used for the second time: " + id);
        }
        checkMembers(object, place.element(i));
      } else if (!seen.add(element)) {
        place.element(i).fault("is named for the second time: " + element);
      }
    }
  }
}
